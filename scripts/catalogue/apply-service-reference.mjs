export function applyServiceReference(services) {
  return services;
}
