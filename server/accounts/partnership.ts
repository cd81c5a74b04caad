// Whether customer and works stand on equal ground.

/** Share of our volume in percent above which we depend on a customer: default of the product. */
export const dependenceThreshold = 30

/** One-sided dependence: it takes more of our volume than the threshold, or it is much larger than we are (ORG-12, ACC-06). */
export function depends(ourVolumePercent: number | null, muchLarger: boolean, threshold: number = dependenceThreshold) {
  return muchLarger || (ourVolumePercent ?? 0) > threshold
}

/** The three criteria of customer orientation as they hold for a customer (ORG-07). */
export function criteriaMet(given: { competences: number; inTargetSegment: boolean; dependent: boolean }): number {
  return [given.competences > 0, given.inTargetSegment, !given.dependent].filter(Boolean).length
}
