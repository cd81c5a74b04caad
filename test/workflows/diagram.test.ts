// The drawn charts show the states, the ways and the clocks of the machines.
import { describe, expect, test } from 'vitest'
import { claimEvents, claimImprovementStates, claimStates, claimWaitingStates } from '../../schema/claim-vocabulary.ts'
import { taskEvents, taskStates } from '../../schema/task-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { charts } from '../../server/workflows/charts.ts'
import { diagram } from '../../server/workflows/diagram.ts'

describe('diagram', () => {
  test('of the claim: three regions with all states and events', () => {
    const drawn = diagram(charts.claim)
    expect(drawn.match(/```mermaid/g)).toHaveLength(3)
    const named = [claimStates, claimWaitingStates, claimImprovementStates, claimEvents].flatMap((list) =>
      words<object>(list),
    )
    expect(named.filter((word) => !new RegExp(`\\b${word}\\b`).test(drawn))).toEqual([])
    expect(drawn).toContain('  approval --> declined: approve [refusalPending]\n')
    expect(drawn).toContain('`withdraw` → withdrawn')
    expect(drawn).toContain('`answer` in answering')
  })

  test('of the task', () => {
    const drawn = diagram(charts.task)
    expect([...words(taskStates), ...words(taskEvents)].filter((word) => !drawn.includes(word))).toEqual([])
    expect(drawn).toContain('  [*] --> draft\n')
    expect(drawn).toContain('  answered --> done: verify, deadlinePassed [reviewNoLongerNeeded]\n')
  })
})
