// The commands whose words begin with what is typed, in the order they were offered.
import type { Command } from './commands.ts'

const mostUnasked = 8

/** Each word typed begins a word of the label; without any, the first ones. */
export function fitting(commands: readonly Command[], text: string): Command[] {
  const wanted = wordsOf(text)
  if (wanted.length === 0) return commands.filter(({ ready }) => ready).slice(0, mostUnasked)
  return commands.filter(({ label }) => {
    const words = wordsOf(label)
    return wanted.every((want) => words.some((word) => word.startsWith(want)))
  })
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
