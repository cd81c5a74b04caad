/** Chooses the account that PostgreSQL runs under: it refuses root, so root hands it an unprivileged uid. */
import { chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

export type Account = { readonly uid: number; readonly gid: number }

/** The uid without rights; no account with this number has to exist. */
const UNPRIVILEGED: Account = { uid: 65534, gid: 65534 }

/** The account for this data folder: its owner where it exists already. Undefined: PostgreSQL runs as whoever runs us. */
export async function postgresAccount(data: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const existing = await stat(data).catch(() => undefined)
  return existing && existing.uid !== 0 ? { uid: existing.uid, gid: existing.gid } : UNPRIVILEGED
}

export async function handOver(path: string, account: Account | undefined): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

/** The first folder on the way to `path` (itself included) that the account may not enter; undefined when all are open. */
export async function closedFolder(path: string, account: Account | undefined): Promise<string | undefined> {
  if (!account) return undefined
  for (const folder of [...ancestors(path), path]) {
    const { mode, uid, gid } = await stat(folder)
    const mayEnter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & mayEnter) === 0) return folder
  }
  return undefined
}

/** Refuses, with what can be done about it, when PostgreSQL's account cannot reach `path`. */
export async function assertReachable(path: string, account: Account | undefined): Promise<void> {
  const closed = await closedFolder(path, account)
  if (!closed || !account) return
  throw new Error(
    [
      `PostgreSQL cannot reach ${path}: started by root, it runs as uid ${account.uid}, which may not enter ${closed}.`,
      'Do one of these: start as a normal user who owns the project;',
      `or open the folder for passing through: chmod o+x ${closed};`,
      'or move the project (and DATA_DIRECTORY) to a folder that others may enter;',
      'or set DATABASE_URL to a PostgreSQL server of your own.',
    ].join('\n  '),
  )
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [...ancestors(parent), parent]
}
