/** Percentiles of measured numbers: `{ count, min, p50, p95 }`. Throws for none, since no number is no result. */
export function statistics(values) {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return { count: sorted.length, min: sorted[0], p50: quantile(0.5), p95: quantile(0.95) };
}

/** The statistics of the slowest of several places, judged by `stat`. */
export function slowest(all, stat) {
  return all.reduce((worst, one) => (one[stat] > worst[stat] ? one : worst));
}
