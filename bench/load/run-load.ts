// Runs a load on a thread and hands back what it measured.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LoadOrder, LoadResult } from './worker.ts'

const PROGRAM = new URL('./worker.ts', import.meta.url)

export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const worker = new Worker(PROGRAM, { workerData: order })
  const [result] = (await once(worker, 'message')) as [LoadResult]
  await worker.terminate()
  return result
}
