// Writes the common row of a new case, with the number of its kind.
import { sql } from 'kysely'
import type { CaseKind, Severity } from '../../schema/vocabulary.ts'
import type { LockedCase } from '../core/lock.ts'
import { accountScope } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import { stateColumns } from '../core/store-state.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { Chart } from '../workflows/chart.ts'
import type { Stepped } from '../workflows/step.ts'

export interface NewCase {
  kind: CaseKind
  account: { id: string; region_id: string; language: string }
  ownerId: string | null
  /** Its first line names the case in lists. */
  title: string
  severity: Severity | null
}

/** What the first event of the case has led to. */
export interface Begun {
  moved: Stepped
  chart: Chart
  at: Date
}

const numbers = {
  claim: { letter: 'C', sequence: 'claim_number' },
  trialBatch: { letter: 'B', sequence: 'trial_batch_number' },
  visit: { letter: 'V', sequence: 'visit_number' },
} as const satisfies Record<CaseKind, { letter: string; sequence: string }>

const longestTitle = 200

/** The account that a new case is opened for. Refuses notFound for one that the viewer does not see. */
export async function accountOfNewCase({ trx }: Work, viewer: Viewer, accountId: string) {
  const account = await trx
    .selectFrom('account')
    .where('id', '=', accountId)
    .where((eb) => accountScope(eb, viewer))
    .select(['id', 'region_id', 'language', 'manager_id'])
    .executeTakeFirst()
  if (!account) throw new Refused({ kind: 'notFound' })
  return account
}

/** The new case as if it had been locked; nobody else can see it before the commit. */
export async function insertCase(work: Work, given: NewCase, { moved, chart, at }: Begun): Promise<LockedCase> {
  const { kind, account, ownerId, severity } = given
  const { letter, sequence } = numbers[kind]
  const row = await work.trx
    .insertInto('service_case')
    .values({
      ...stateColumns(moved),
      kind,
      account_id: account.id,
      owner_id: ownerId,
      title: titleOf(given.title),
      language: account.language,
      severity,
      chart_version: chart.version,
      snapshot: JSON.stringify(moved.snapshot),
      opened_at: at,
      changed_at: at,
      number: sql<string>`${sql.lit(letter)} || to_char(${at}::timestamptz, '-YYYY-') || lpad(nextval(${sql.lit(sequence)})::text, 6, '0')`,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    number: row.number,
    kind,
    accountId: account.id,
    regionId: account.region_id,
    departmentIds: [],
    ownerId,
    severity,
    language: account.language,
    open: moved.open,
    revision: 1,
    chartVersion: chart.version,
    snapshot: moved.snapshot,
    now: at,
  }
}

/** The first line of what was written, as lists show it. */
export function titleOf(text: string): string {
  const line = text.trim().split(/\r?\n/, 1)[0] ?? ''
  const characters = [...line]
  return characters.length <= longestTitle ? line : `${characters.slice(0, longestTitle - 1).join('')}…`
}
