// Where a value of a scale lies on a drawing.
export function axisOf(min: number, max: number, from: number, to: number) {
  const step = max - min > 6 ? 2 : 1
  const ticks = Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, index) => min + index * step)
  return { ticks, x: (value: number) => from + ((value - min) / (max - min)) * (to - from) }
}
