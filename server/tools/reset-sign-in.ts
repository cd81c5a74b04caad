// `npm run reset-sign-in -- address`: a password for one sign-in and no second factor, for who can reset the others and cannot get in.
import { randomBytes } from 'node:crypto'
import { readConfiguration } from '../core/configuration.ts'
import { givePassword } from '../core/credentials.ts'
import { openDatabase } from '../core/database.ts'
import { provideDatabase } from '../core/database-source.ts'
import { removeSecondFactor } from '../core/second-factor.ts'
import { noteSignInChange } from '../core/sign-in-changes.ts'

const email = (process.argv[2] ?? '').trim().toLowerCase()
const source = await provideDatabase({ ...readConfiguration(process.env), attach: true })
const db = openDatabase({ connection: source.app, poolSize: 1 })
try {
  const person = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (!person) throw new Error(`Nobody signs in as "${email}".`)
  const password = randomBytes(15).toString('base64url')
  await db.transaction().execute(async (trx) => {
    await givePassword(trx, person.id, password)
    await noteSignInChange(trx, { personId: person.id, kind: 'passwordGiven', byId: null })
    if (await removeSecondFactor(trx, person.id))
      await noteSignInChange(trx, { personId: person.id, kind: 'secondFactorReset', byId: null })
  })
  process.stdout.write(`${email}: password ${password} (told once; the sign-in asks for another)\n`)
} finally {
  await db.destroy()
  await source.stop()
}
