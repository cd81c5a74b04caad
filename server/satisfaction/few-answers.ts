// What is not told to everybody: figures that rest on so few answers that a respondent might be known by them.

/** Below so many answers a figure is shown only to who may read the answers themselves. */
export const fewest = 5

/** Takes the values off a figure that is not told. */
export function hideFew<T extends { n: number; hidden: boolean }>(figure: T, told: boolean): T {
  if (told) return figure
  const kept = new Set([
    'item',
    'wording',
    'regionId',
    'consumerType',
    'waveId',
    'wave',
    'opensAt',
    'scaleMin',
    'scaleMax',
    'n',
  ])
  const values = Object.entries(figure).map(([name, value]) => [name, kept.has(name) ? value : null])
  return { ...(Object.fromEntries(values) as T), hidden: true }
}
