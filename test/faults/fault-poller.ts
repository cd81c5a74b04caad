// A process that fires due clocks, again a second after each end as the server does; it stands by until it is told to go.
// Argument: how to reach the database.
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { RoleConnection } from '../../server/core/connection.ts'
import { fireDue } from '../../server/core/deadline-poll.ts'
import { plantCalendar } from '../../server/core/plant-calendar.ts'
import { sendAlarm } from '../../server/effects.ts'
import { engineOn } from '../../server/open-engine.ts'

const POLL_MS = 1_000

const report = (error: Error) => process.stderr.write(`${error.message}\n`)
const { engine } = await engineOn(JSON.parse(process.argv[2] ?? '') as RoleConnection, 3, report)
// Who stands by has a connection and knows the holidays.
await plantCalendar(engine.db)
process.stdout.write('ready\n')
await once(process.stdin, 'data')
for (;;) {
  await fireDue(engine, sendAlarm, { report }).catch(report)
  await wait(POLL_MS)
}
