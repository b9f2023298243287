export function applyMultiPagePatch(services) {
  return services;
}
