// All faults that are done to the product, in the order in which they are told. A row of a new capability is added here.
import type { FaultRow } from './fault-row.ts'
import { backup } from './rows/backup.ts'
import { database } from './rows/database.ts'
import { deadlines } from './rows/deadlines.ts'
import { disk } from './rows/disk.ts'
import { files } from './rows/files.ts'
import { history } from './rows/history.ts'
import { key } from './rows/key.ts'
import { kill } from './rows/kill.ts'
import { mail } from './rows/mail.ts'
import { postgres } from './rows/postgres.ts'
import { race } from './rows/race.ts'
import { soak } from './rows/soak.ts'
import { statements } from './rows/statements.ts'

export const faultRows: readonly FaultRow[] = [
  kill,
  statements,
  key,
  race,
  deadlines,
  database,
  postgres,
  disk,
  files,
  backup,
  history,
  mail,
  soak,
]
