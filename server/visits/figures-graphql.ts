// Figures of visits in the graph.
import { sql } from 'kysely'
import { label } from '../core/labels/label.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import type { Reader } from '../core/selection-plans.ts'
import { builder } from '../graphql/builder.ts'
import { VisitPurpose } from '../graphql/words.ts'
import { visitsSeen } from './queries.ts'
import { type VisitFigures as Figures, type PurposeCount, type VisitCounts, visitFigures } from './visit-figures.ts'

const VisitPurposeCount = builder.objectRef<PurposeCount>('VisitPurposeCount').implement({
  description: 'How many visits were for one purpose.',
  policy: 'figures',
  fields: (t) => ({
    purpose: t.expose('purpose', { type: VisitPurpose, description: 'Which.' }),
    purposeLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ purpose }, _args, { language }) => label(language, 'visitPurpose', purpose),
    }),
    visits: t.exposeInt('visits', { description: 'How many.' }),
  }),
})

const VisitFigures = builder.objectRef<Figures>('VisitFigures').implement({
  description: 'Figures of the visits that the viewer may see.',
  policy: 'figures',
  fields: (t) => ({
    requested: t.exposeInt('requested', { description: 'Asked for by customers.' }),
    planned: t.exposeInt('planned', { description: 'Wanted by ourselves.' }),
    initiative: t.exposeFloat('initiative', {
      nullable: true,
      description: 'Share of those we wanted ourselves, in percent; null without visits.',
    }),
    byPurpose: t.field({
      type: [VisitPurposeCount],
      description: 'How many of each purpose, of those that have one.',
      resolve: ({ byPurpose }) => [...byPurpose],
    }),
    medianDays: t.exposeFloat('medianDays', {
      nullable: true,
      description: 'Median of the days from a request to its visit; null where none was met yet.',
    }),
  }),
})

builder.queryField('visitFigures', (t) =>
  t.field({
    type: VisitFigures,
    policy: 'figures',
    nullable: true,
    description: 'How often customers ask and how often we come unasked, and how long who asked waits.',
    resolve: async (_root, _args, context) => visitFigures(await countsOf(context)),
  }),
)

/** Days are those of the plant. */
async function countsOf({ engine, viewer }: Reader): Promise<VisitCounts> {
  const { working } = await plantCalendar(engine.db)
  const dayOf = (column: string) => sql`(${sql.ref(column)} at time zone ${working.zone.name})::date`
  const { rows } = await sql<VisitCounts>`
    select count(*) filter (where origin = 'request')::int as requested, count(*) filter (where origin = 'plan')::int as planned,
      coalesce(array_agg(${dayOf('begun_at')} - ${dayOf('requested_at')})
        filter (where origin = 'request' and begun_at is not null), '{}') as "waitingDays",
      (select coalesce(json_agg(json_build_object('purpose', purpose, 'visits', visits) order by purpose), '[]') from (
        select purpose, count(*)::int as visits from visit join service_case on service_case.id = visit.case_id
        where purpose is not null and ${visitsSeen(viewer)} group by purpose) as counted) as "byPurpose"
    from visit join service_case on service_case.id = visit.case_id where ${visitsSeen(viewer)}`.execute(engine.db)
  return rows[0] ?? { requested: 0, planned: 0, waitingDays: [], byPurpose: [] }
}
