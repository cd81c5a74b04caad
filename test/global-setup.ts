/** Starts one PostgreSQL server for the run, migrates the template database once, and leaves nothing behind. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../server/core/postgres.ts'
import { APP_ROLE, DATABASE } from '../server/core/postgres-roles.ts'
import { installSchema } from '../server/open-engine.ts'
import { reachablePrograms } from './programs.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'csg-test-'))
  await chmod(folder, 0o711)
  const server = await startPostgres({ directory: join(folder, 'postgres'), native: await reachablePrograms(folder) })
  const teardown = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await installSchema(server.owner, APP_ROLE, report)
    const { host, port } = server.owner
    project.provide('postgres', {
      template: DATABASE,
      host,
      port,
      superuser: roleOf(server.superuser),
      owner: roleOf(server.owner),
      app: roleOf(server.app),
    })
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}

function report(error: Error): never {
  throw error
}

function roleOf({ user, password }: { user: string; password: string }) {
  return { user, password }
}
