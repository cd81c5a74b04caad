// A closed list of words is the same list in the vocabulary, in the charts and in the database.
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyStateNode } from 'xstate'
import * as claimVocabulary from '../../schema/claim-vocabulary.ts'
import * as clock from '../../schema/clock.ts'
import type { Database } from '../../schema/database.ts'
import * as taskVocabulary from '../../schema/task-vocabulary.ts'
import * as trialVocabulary from '../../schema/trial-vocabulary.ts'
import * as visitVocabulary from '../../schema/visit-vocabulary.ts'
import * as vocabulary from '../../schema/vocabulary.ts'
import { charts } from '../../server/workflows/charts.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'
import { rowTypes } from './row-types.ts'
import { meaningsByType } from './word-types.ts'

const { words } = vocabulary
let db: TestDatabase
let checks: Map<string, string[][]>
beforeAll(async () => {
  db = await freshDatabase()
  checks = await wordChecks(db.owner)
})
afterAll(async () => {
  await db?.drop()
})

describe('the charts', () => {
  const { claimStates, claimWaitingStates, claimImprovementStates, claimEvents, claimClocks } = claimVocabulary
  const { taskStates, taskEvents, taskClocks } = taskVocabulary
  const claim = charts.claim.machine.root.states
  const drafted = (list: object) => ['draft', ...Object.keys(list)].sort()

  it('have the states of the vocabulary, and the draft that is never stored', () => {
    expect(Object.keys(claim)).toEqual(['handling', 'waiting', 'improvement'])
    expect(leaves(claim.handling)).toEqual(drafted(claimStates))
    expect(leaves(claim.waiting)).toEqual(words(claimWaitingStates).sort())
    expect(leaves(claim.improvement)).toEqual(words(claimImprovementStates).sort())
    expect(leaves(charts.task.machine.root)).toEqual(drafted(taskStates))
    const trial = charts.trialBatch.machine.root.states
    expect(Object.keys(trial)).toEqual(['course', 'pace'])
    expect(leaves(trial.course)).toEqual(drafted(trialVocabulary.trialStates))
    expect(leaves(trial.pace)).toEqual(words(trialVocabulary.trialPaces).sort())
    expect(leaves(charts.visit.machine.root)).toEqual(drafted(visitVocabulary.visitStates))
  })

  it('take the events of the vocabulary', () => {
    const { trialEvents } = trialVocabulary
    const { visitEvents } = visitVocabulary
    const lists = { claim: claimEvents, trialBatch: trialEvents, visit: visitEvents, task: taskEvents }
    for (const { kind, machine, events } of Object.values(charts)) {
      expect(machine.events.toSorted()).toEqual(words<object>(lists[kind]).sort())
      expect(events.toSorted()).toEqual(words<object>(lists[kind]).sort())
    }
  })

  it('name no clock twice', () => {
    expect(words(clock.clocks).sort()).toEqual(
      [
        ...words(claimClocks),
        ...words(trialVocabulary.trialClocks),
        ...words(visitVocabulary.visitClocks),
        ...words(taskClocks),
      ].sort(),
    )
  })
})

describe('the database', () => {
  it('holds the states of cases and tasks to those of the vocabulary', () => {
    const { claimStates, claimWaitingStates, claimImprovementStates } = claimVocabulary
    const { trialStates, trialPaces } = trialVocabulary
    const states: object[] = [claimStates, trialStates, visitVocabulary.visitStates]
    expect(allowed('service_case.state').toSorted()).toEqual(states.map((list) => words(list).sort()).sort())
    expect(allowed('service_case.waiting').toSorted()).toEqual(
      [words(claimWaitingStates).sort(), words<object>(trialPaces).sort()].sort(),
    )
    expect(allowed('service_case.improvement')).toEqual([words(claimImprovementStates).sort()])
    expect(allowed('task.state')).toEqual([words(taskVocabulary.taskStates).sort()])
  })

  it('holds every column of a closed list to exactly that list', () => {
    const lists = meaningsByType()
    for (const [table, columns] of rowTypes()) {
      for (const { name, words: from } of columns) {
        const column = `${table}.${name}`
        if (from === null || unchecked.includes(column)) continue
        const expected = 'type' in from ? Object.keys(lists.get(from.type) ?? {}) : from.literals
        expect({ [column]: allowed(column)[0] }).toEqual({ [column]: expected.toSorted() })
      }
    }
  })
})

/** Columns whose list grows with every new chart; the engine alone writes them. */
const unchecked = ['deadline.clock', 'deadline_policy.clock', 'history.as_role']

function leaves(node: AnyStateNode | undefined): string[] {
  const states = Object.values(node?.states ?? {})
  return states.flatMap((state) => (state.type === 'atomic' ? [state.key] : leaves(state))).sort()
}

function allowed(column: string): string[][] {
  return checks.get(column)?.map((list) => list.toSorted()) ?? []
}

/** The words that `in (…)` checks allow, by column, read from the constraints as PostgreSQL keeps them. */
async function wordChecks(owner: Kysely<Database>): Promise<Map<string, string[][]>> {
  const { rows } = await sql<{ table: string; definition: string }>`
    select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`.execute(owner)
  const lists = rows.flatMap(({ table, definition }) =>
    Array.from(definition.matchAll(/\("?(\w+)"? = ANY \(ARRAY\[([^\]]+)\]/g), ([, column = '', list = '']) => {
      return { column: `${table}.${column}`, words: Array.from(list.matchAll(/'([^']*)'/g), ([, word = '']) => word) }
    }),
  )
  const byColumn = Map.groupBy(lists, ({ column }) => column)
  return new Map([...byColumn].map(([column, found]) => [column, found.map((list) => list.words)]))
}
