// Runs the driver on a thread and hands back what it measured.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LoadResult } from '../load/worker.ts'
import type { DriverOrder } from './worker.ts'

const PROGRAM = new URL('./worker.ts', import.meta.url)

export async function runDriver(order: DriverOrder): Promise<LoadResult> {
  const worker = new Worker(PROGRAM, { workerData: order })
  const [result] = (await once(worker, 'message')) as [LoadResult]
  await worker.terminate()
  return result
}
