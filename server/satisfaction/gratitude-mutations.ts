// What is done with thank-you calls in the graph.
import type { GraphQLResolveInfo } from 'graphql'
import { type SqlBool, sql } from 'kysely'
import { readOne } from '../core/selection.ts'
import { command } from '../graphql/command.ts'
import type { RequestContext } from '../graphql/context.ts'
import {
  planGratitude,
  planGratitudeInput,
  recordGratitudeCall,
  recordGratitudeCallInput,
  setGratitudeEffect,
  setGratitudeEffectInput,
} from './gratitude-commands.ts'
import { type CallRow, GratitudeCall, GratitudeCampaign } from './gratitude-graphql.ts'
import { callScope, callShape, campaignScope, campaignShape } from './gratitude-queries.ts'

const readCampaign = (context: RequestContext, info: GraphQLResolveInfo, id: string) =>
  readOne(
    context,
    info,
    campaignShape,
    sql<SqlBool>`gratitude_campaign.id = ${id} and ${campaignScope(context.viewer)}`,
  )

command({
  name: 'planGratitude',
  description: 'Plans thank-you calls to customers.',
  action: 'gratitude.plan',
  input: planGratitudeInput,
  success: GratitudeCampaign,
  run: async (work, input, { engine, viewer }) => ({ id: await planGratitude(work, engine, viewer, input) }),
  read: (context, info, { id }) => readCampaign(context, info, id),
})

command({
  name: 'recordGratitudeCall',
  description: 'Notes what came of a thank-you call; a question becomes a talk, a problem a claim besides.',
  action: 'gratitude.call',
  input: recordGratitudeCallInput,
  success: GratitudeCall,
  run: async (work, input, { engine, viewer }) => ({ id: await recordGratitudeCall(work, engine, viewer, input) }),
  read: (context, info, { id }) =>
    readOne(
      context,
      info,
      callShape,
      sql<SqlBool>`gratitude_call.id = ${id} and ${callScope(context.viewer)}`,
    ) as Promise<CallRow | null>,
})

command({
  name: 'setGratitudeEffect',
  description: 'Says which extra margin a campaign brought in twelve months.',
  action: 'gratitude.plan',
  input: setGratitudeEffectInput,
  success: GratitudeCampaign,
  run: async (work, input) => ({ id: await setGratitudeEffect(work, input) }),
  read: (context, info, { id }) => readCampaign(context, info, id),
})
