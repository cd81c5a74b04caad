/** Starts one PostgreSQL server for the run, migrates the template database once, and leaves nothing behind. */
import type { TestProject } from 'vitest/node'
import { startTemplate } from './template.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTemplate()
  project.provide('postgres', server)
  return stop
}
