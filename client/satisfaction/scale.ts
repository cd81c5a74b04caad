// Where a value lies on a drawing: of a scale that is known, or between round numbers around what there is.
export function axisOf(min: number, max: number, from: number, to: number) {
  const step = max - min > 6 ? 2 : 1
  const ticks = Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, index) => min + index * step)
  return { ticks, x: (value: number) => from + ((value - min) / (max - min)) * (to - from) }
}

/** From the round number below the lowest value to that above the highest. */
export function roundAxis(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const rough = Math.max(high - low, Math.abs(high) * 0.02, 0.1) / 4
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((times) => times * unit >= rough) ?? 10) * unit
  const [min, max] = [Math.floor(low / step) * step, Math.ceil(high / step) * step]
  const count = Math.max(1, Math.round((max - min) / step))
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((min + index * step).toFixed(6)))
  const width = count * step
  return { ticks, x: (value: number) => from + ((value - min) / width) * (to - from) }
}
