// Tells those who asked that something changed.
export interface Listeners {
  listen(listener: () => void): () => void
  tell(): void
}

export function createListeners(): Listeners {
  const all = new Set<() => void>()
  return {
    listen(listener) {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell() {
      for (const listener of [...all]) listener()
    },
  }
}
