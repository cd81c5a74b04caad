// Known bugs, at least one of each family, and the check that must catch each.

export interface SeededBug {
  family: string
  name: string
  file: string
  /** Stands in the file exactly once. */
  text: string
  instead: string
  /** A row of the faults in its short form, or tests. */
  check: ['faults', string] | ['vitest', string]
}

export const seededBugs: readonly SeededBug[] = [
  {
    family: 'lock',
    name: 'the case is read without its lock',
    file: 'server/core/lock.ts',
    text: "    .forNoKeyUpdate('service_case')\n",
    instead: '',
    check: ['faults', 'race'],
  },
  {
    family: 'lock',
    name: 'the revision is not compared',
    file: 'server/core/advance.ts',
    text: 'revision !== null && revision !== current.revision',
    instead: 'revision !== null && revision > current.revision',
    check: ['faults', 'race'],
  },
  {
    family: 'key',
    name: 'a known key is not looked up',
    file: 'server/core/transaction.ts',
    text: 'const known = key === null ? null : await knownAnswer<T>(trx, request, key)',
    instead: 'const known = (null as T | null)',
    check: ['faults', 'key'],
  },
  {
    family: 'key',
    name: 'another body under the same key is answered',
    file: 'server/core/transaction.ts',
    text: "if (row.body_hash !== hash) throw new Refused({ kind: 'keyReused' })",
    instead: 'void hash',
    check: ['faults', 'key'],
  },
  {
    family: 'clock',
    name: 'a clock fires twice',
    file: 'server/core/deadline-poll.ts',
    text: "if (moment.kind === 'due') await pass(scope, deadline)",
    instead: "if (moment.kind === 'due') await pass(scope, deadline).then(() => pass(scope, deadline))",
    check: ['faults', 'deadlines'],
  },
  {
    family: 'clock',
    name: 'a clock runs on when its state is left',
    file: 'server/core/clock-effects.ts',
    text: 'await stopClocks(trx, subject, at, { clock, ...(lineId ? { lineId } : {}) })',
    instead: 'void [trx, subject, at, clock, lineId, stopClocks]',
    check: ['vitest', 'test/api/claim-clocks.test.ts'],
  },
  {
    family: 'transaction',
    name: 'the history is written outside the transaction',
    file: 'server/core/history.ts',
    text: `{ trx, subject, viewer, at }: EffectScope,
  line:`,
    instead: `{ engine: { db: trx }, subject, viewer, at }: EffectScope,
  line:`,
    check: ['faults', 'statements'],
  },
  {
    family: 'retry',
    name: 'a commit without a key is sent again',
    file: 'server/core/transaction.ts',
    text: 'error instanceof UncertainCommit && key !== null',
    instead: 'error instanceof UncertainCommit',
    check: ['vitest', 'test/faults/unconfirmed-commit.test.ts'],
  },
  {
    family: 'policy',
    name: 'a role granted for one region reaches every region',
    file: 'server/core/row-scope.ts',
    text: '  if (grant.regionId) limits.push(say.region(grant.regionId))\n',
    instead: '',
    check: ['vitest', 'test/api/visibility.test.ts'],
  },
  {
    family: 'policy',
    name: 'a field has no policy',
    file: 'server/cases/mutations.ts',
    text: `  description: 'It was written.',
  policy: 'open',`,
    instead: `  description: 'It was written.',`,
    check: ['vitest', 'test/contract/policies.test.ts'],
  },
  {
    family: 'backup',
    name: 'sessions are in the backup',
    file: 'server/tools/backup/tables.ts',
    text: "  'session',\n",
    instead: '',
    check: ['faults', 'backup'],
  },
]
