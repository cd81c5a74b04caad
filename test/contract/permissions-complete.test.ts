// The permission table has a row for everything that can be done, and the printed one is current.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actors, words } from '../../schema/vocabulary.ts'
import { type Row, reaches } from '../../server/core/permission-reach.ts'
import { actions, policies, policyMeanings } from '../../server/core/permission-table.ts'
import { permissionTables } from '../../server/tools/permission-tables.ts'
import { charts } from '../../server/workflows/charts.ts'
import { ROOT } from './source-files.ts'

const rows: Record<string, Row> = { ...actions, ...policies }

describe('the permission table', () => {
  it('has one row for each event of each chart, and none for an event that no chart has', () => {
    const events = Object.values(charts).flatMap(({ kind, events }) => events.map((event) => `${kind}.${event}`))
    const written = words(actions).filter((action) => Object.keys(charts).includes(action.split('.')[0] ?? ''))
    expect(written.sort()).toEqual(events.sort())
  })

  it('lets somebody do and read everything', () => {
    expect(Object.entries(rows).filter(([, row]) => Object.keys(row).length === 0)).toEqual([])
  })

  it('speaks of known roles and reaches only', () => {
    const strange = Object.entries(rows).flatMap(([name, row]) =>
      Object.entries(row)
        .filter(([role, reach]) => !(role in actors) || !(reach in reaches))
        .map(() => name),
    )
    expect(strange).toEqual([])
  })

  it('lets the system alone send what only time or tasks cause', () => {
    const bySystem = Object.entries(rows).filter(([, row]) => 'system' in row)
    const alone = bySystem.filter(([, row]) => Object.keys(row).length === 1).map(([name]) => name)
    const clocks = Object.values(charts).map(({ kind }) => `${kind}.deadlinePassed`)
    expect(alone.sort()).toEqual([...clocks, 'claim.tasksAnswered'].sort())
    expect(bySystem.map(([name]) => name).sort()).toEqual([...alone, 'task.cancel', 'visit.plan'].sort())
  })

  it('says what each policy is for', () => {
    expect(words(policyMeanings).sort()).toEqual(words(policies).sort())
  })

  it('is printed as it is', () => {
    const printed = readFileSync(`${ROOT}/server/workflows/DIAGRAMS.md`, 'utf8')
    expect(printed.slice(printed.indexOf('## Permissions')).trimEnd()).toBe(permissionTables())
  })
})
