// Medians and percentiles. Whatever has no value is null, never NaN.

/** The middle of what is finite; of an even number, the mean of the two in the middle. */
export const median = (values: readonly (number | null)[]): number | null => {
  const sorted = values.filter((value): value is number => value !== null && Number.isFinite(value)).sort(ascending);
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[(sorted.length >> 1) - 1];
  return lower === undefined ? upper : (lower + upper) / 2;
};

/**
 * Nearest-rank percentile: the smallest value that at least `share` of the sample does not exceed.
 * @param share  above 0, at most 1
 */
export const percentile = (sample: ArrayLike<number>, share: number): number | null => {
  const sorted = Float64Array.from(sample).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
};

/** The percentiles that every scenario tells of its latencies, in their unit. */
export const spread = (sample: ArrayLike<number>) => ({
  p50: percentile(sample, 0.5),
  p95: percentile(sample, 0.95),
  p99: percentile(sample, 0.99),
});

const ascending = (a: number, b: number): number => a - b;
