// Every edge of the claim's and the task's charts, driven through the graph and PostgreSQL; a forgotten one fails with its name.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimEdges, taskEdges } from '../chart-edges.ts'
import { decisionStories } from '../stories/decision-stories.ts'
import { improvementStories } from '../stories/improvement-stories.ts'
import { intakeStories } from '../stories/intake-stories.ts'
import { investigationStories } from '../stories/investigation-stories.ts'
import { recordedEdges } from '../stories/recorded-edges.ts'
import { settlingStories } from '../stories/settling-stories.ts'
import { standingStories } from '../stories/standing-stories.ts'
import { taskStories } from '../stories/task-stories.ts'
import { waitingStories } from '../stories/waiting-stories.ts'
import { nextStory, openWorld, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => nextStory(world))

const chapters = {
  intake: intakeStories,
  investigation: investigationStories,
  decision: decisionStories,
  'settling and ends': settlingStories,
  waiting: waitingStories,
  improvement: improvementStories,
  task: taskStories,
  'wherever it stands': standingStories,
}

for (const [chapter, stories] of Object.entries(chapters)) {
  describe(chapter, () => {
    for (const [name, tell] of Object.entries(stories)) it(name, () => tell(world))
  })
}

/** Edges of the pure charts that cannot be driven here, each with its reason. */
const undriven: Record<string, string> = {
  'draft discard discarded': 'a draft is never stored, so there is no mutation',
  'offered deadlinePassed{statusUpdate} offered': 'the clock is paused in offered',
}

describe('all stories together', () => {
  it('drive every edge of every region, and no other', async () => {
    const recorded = await recordedEdges(world)
    const charts = { claim: claimEdges(), task: taskEdges() }
    const counts: Record<string, string> = {}
    const left: string[] = []
    const unknown: string[] = []
    for (const chart of ['claim', 'task'] as const) {
      for (const [region, edges] of charts[chart]) {
        const driven = recorded[chart].get(region) ?? new Set()
        counts[`${chart}.${region}`] = `${edges.intersection(driven).size} of ${edges.size}`
        left.push(
          ...[...edges.difference(driven)].filter((edge) => !(edge in undriven)).map((edge) => `${region}: ${edge}`),
        )
        if (region !== 'root') unknown.push(...[...driven.difference(edges)].filter(moves))
      }
    }
    expect(unknown).toEqual([])
    expect(left).toEqual([])
    expect(counts).toEqual({
      'claim.handling': '109 of 111',
      'claim.waiting': '15 of 15',
      'claim.improvement': '19 of 19',
      'claim.root': '8 of 8',
      'task.task': '21 of 21',
      'task.root': '1 of 1',
    })
  })
})

function moves(edge: string): boolean {
  const [from, , to] = edge.split(' ')
  return from !== to
}
