// How far a wave is: its invitations region by region, the readiness to recommend, and how much of the market has answered.
import { type InvitationState, invitationStates } from '../../schema/survey-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { Region } from '../accounts/graphql.ts'
import { readRegions } from '../accounts/queries.ts'
import { mayRead } from '../core/permissions.ts'
import { builder } from '../graphql/builder.ts'
import { InvitationChannel } from '../graphql/words.ts'
import { fewest } from './few-answers.ts'
import { PromoterFigure } from './overview-figure-graphql.ts'
import type { PromoterRow } from './overview-promoters.ts'
import { scoreOf } from './promoter-score.ts'
import { InvitationCount, SurveyWave } from './wave-graphql.ts'

interface RegionCounts {
  regionId: string
  counts: Partial<Record<InvitationState, number>>
}

interface Progress {
  byRegion?: RegionCounts[]
  recommends?: { item: string; promoters: number; passives: number; detractors: number } | null
  covered?: { respondents: number; bought: number; market: number | null } | null
  undelivered?: number
}

const RegionInvitations = builder.objectRef<RegionCounts>('RegionInvitations').implement({
  description: 'Invitations of a wave in one region, by state.',
  policy: 'internal',
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region.',
      resolve: async ({ regionId }, _args, context, info) =>
        (await readRegions(context, info)).find(({ id }) => id === regionId) ?? null,
    }),
    counts: t.field({
      type: [InvitationCount],
      description: 'Without the states of nobody.',
      resolve: ({ counts }) =>
        words(invitationStates).flatMap((state) => (counts[state] ? [{ state, count: counts[state] }] : [])),
    }),
  }),
})

builder.objectFields(SurveyWave, (t) => ({
  mobileChannel: t.expose('mobile_channel', {
    type: InvitationChannel,
    nullable: true,
    description: 'How those without an e-mail address are reached; null: by telephone.',
  }),
  invitationsByRegion: t.field({
    type: [RegionInvitations],
    description: 'Its invitations by region and state.',
    resolve: (row) => (row as Progress).byRegion ?? [],
  }),
  undelivered: t.int({
    description: 'Messages of it that were given up.',
    resolve: (row) => (row as Progress).undelivered ?? 0,
  }),
  promoters: t.field({
    type: PromoterFigure,
    nullable: true,
    description: 'Its net promoter score; null where nobody was asked or answered.',
    resolve: (row, _args, { viewer }) => promotersOf(row, !mayRead(viewer, 'answers')),
  }),
  coverage: t.float({
    nullable: true,
    description: 'Volume that its respondents buy by that of the market, 0 to 1; null where either is not known.',
    resolve: (row, _args, { viewer }) => {
      const covered = (row as Progress).covered
      if (!covered?.market || covered.bought === 0) return null
      return covered.respondents < fewest && !mayRead(viewer, 'answers') ? null : covered.bought / covered.market
    },
  }),
}))

builder.queryField('surveyChannels', (t) =>
  t.field({
    type: [InvitationChannel],
    policy: 'internal',
    description: 'How contacts can be reached here: SMS and messengers only where a gateway is set.',
    resolve: (_root, _args, { engine }) =>
      engine.gateway ? (['email', 'sms', 'message', 'phone'] as const) : (['email', 'phone'] as const),
  }),
)

function promotersOf(row: object, hides: boolean): PromoterRow | null {
  const told = (row as Progress).recommends
  const score = told ? scoreOf(told.promoters, told.passives, told.detractors) : null
  if (!told || !score) return null
  const hidden = hides && score.n < fewest
  return { item: told.item, regionId: null, consumerType: null, n: score.n, hidden, score: hidden ? null : score }
}
