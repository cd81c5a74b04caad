// Asks a running server what it keeps in memory once everything that waits to be collected is collected.

export interface HeapProbe {
  /** Megabytes of objects and buffers that live. */
  living(): Promise<number>
  close(): void
}

/** What Node must be told for a probe to reach it. */
export const PROBED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' }

/** `said`: what the server wrote so far; its debugger names its address there. */
export async function probeHeap(said: string): Promise<HeapProbe> {
  const [address] = /ws:\/\/127\.0\.0\.1:\S+/.exec(said) ?? []
  if (!address) throw new Error('The server told of no debugger')
  const socket = new WebSocket(address)
  const waiting = new Map<number, (result: Usage) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: Usage }
    if (id === undefined) return
    waiting.get(id)?.(result ?? {})
    waiting.delete(id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let asked = 0
  const ask = (method: string) => {
    const id = ++asked
    return new Promise<Usage>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method }))
    })
  }
  return {
    async living() {
      await ask('HeapProfiler.collectGarbage')
      const { usedSize = 0, backingStorageSize = 0 } = await ask('Runtime.getHeapUsage')
      return (usedSize + backingStorageSize) / 1_048_576
    },
    close: () => socket.close(),
  }
}

interface Usage {
  usedSize?: number
  backingStorageSize?: number
}
