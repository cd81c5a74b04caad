// How the loop to respondents is closed, in the graph.
import { builder } from '../graphql/builder.ts'
import { type LoopFigures, readLoopFigures } from './follow-up-queries.ts'
import { overviewFilterOf, SatisfactionFilter } from './overview-filter-graphql.ts'

const LoopClosing = builder.objectRef<LoopFigures>('LoopClosing').implement({
  description: 'How many of those who are to be called were, and in time.',
  policy: 'answers',
  fields: (t) => ({
    opened: t.exposeInt('opened', { description: 'To be called.' }),
    called: t.exposeInt('called', { description: 'Called.' }),
    inTime: t.exposeInt('inTime', { description: 'Called before the clock ended.' }),
    late: t.exposeInt('late', { description: 'Called too late, or not though the clock has ended.' }),
    closed: t.exposeInt('closed', { description: 'Closed with what was done.' }),
    share: t.float({
      nullable: true,
      description: 'Called in time, of those called in time or late, 0 to 1; null while there is none of either.',
      resolve: ({ inTime, late }) => (inTime + late === 0 ? null : inTime / (inTime + late)),
    }),
  }),
})

const LoopClosings = builder.objectRef<{ detractors: LoopFigures; all: LoopFigures }>('LoopClosings').implement({
  description: 'How the loop to respondents is closed.',
  policy: 'answers',
  fields: (t) => ({
    detractors: t.expose('detractors', {
      type: LoopClosing,
      nullable: true,
      description: 'Who would not recommend us.',
    }),
    all: t.expose('all', { type: LoopClosing, nullable: true, description: 'All who are to be called.' }),
  }),
})

builder.queryField('loopClosing', (t) =>
  t.field({
    type: LoopClosings,
    nullable: true,
    description: 'Whether respondents of a filter were called in time, of the customers that the viewer may see.',
    args: { filter: t.arg({ type: SatisfactionFilter, description: 'Which answers.' }) },
    resolve: (_root, { filter }, context) => readLoopFigures(context, overviewFilterOf(filter)),
  }),
)
