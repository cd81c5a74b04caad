/** Starts one PostgreSQL server for the run, migrates the template database once, and leaves nothing behind. */
import type { TestProject } from 'vitest/node'
import { provideClient } from '../server/tools/provide-client.ts'
import { startTemplate } from './template.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Once for all servers that tests start: each of them would build a stale client anew.
  await provideClient(() => undefined)
  const { server, stop } = await startTemplate()
  project.provide('postgres', server)
  return stop
}
