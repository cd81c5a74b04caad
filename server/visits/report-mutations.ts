// Mutations on the report of a visit: a block as it is written, and what a finding is turned into.
import { sql } from 'kysely'
import { z } from 'zod'
import { planSides } from '../../schema/account-vocabulary.ts'
import { visitBlocks, visitManners, visitOutcomeKinds } from '../../schema/visit-vocabulary.ts'
import { line, list, moment, text, word } from '../core/input.ts'
import { readOne } from '../core/selection.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { Visit, type VisitRow } from './graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'
import { checkManners, turnFinding, writeReportBlock } from './report-commands.ts'

export const VisitReportAnswer = answerUnion('VisitReportAnswer', Visit, ['wrongState'])

type Read = Parameters<typeof command<z.ZodObject, { caseId: string }, VisitRow>>[0]['read']

const readVisit: Read = async (context, info, { caseId }) => {
  const where = sql<boolean>`service_case.id = ${caseId} and ${visitsSeen(context.viewer)}`
  return (await readOne(context, info, visitShape, where)) as VisitRow | null
}

command({
  name: 'writeVisitBlock',
  description: 'Keeps one block of the report while it is written; without text it is taken back.',
  action: 'visit.submitReport',
  input: z.object({
    id: nodeId('Visit').describe('The visit.'),
    block: word('VisitBlock', visitBlocks).describe('The block.'),
    text: text().nullish().describe('What was found.'),
  }),
  success: VisitReportAnswer,
  run: (work, { id, block, text }, { engine, viewer }) =>
    writeReportBlock(engine, work, viewer, { caseId: id, block, text: text ?? null }),
  read: readVisit,
})

command({
  name: 'turnVisitFinding',
  description:
    'Turns a finding into a task, a claim, a need, an offer, a plan, a note on a competitor or a recommendation.',
  action: 'visit.submitReport',
  input: z.object({
    id: nodeId('VisitFinding').describe('The finding.'),
    kind: word('VisitOutcomeKind', visitOutcomeKinds).describe('Into what.'),
    note: text().describe('In words: the question of a task, what happened, what is needed.'),
    departmentId: nodeId('Department').nullish().describe('Who is asked, for a task.'),
    dueAt: moment().nullish().describe('Until when, for a task.'),
    product: line(200).nullish().describe('What is needed or offered; the first line of the words unless said.'),
    side: word('PlanSide', planSides).nullish().describe('Whose plan; the side of the block unless said.'),
    plannedFor: line(100).nullish().describe('For when, for a plan.'),
    indicator: line(100)
      .nullish()
      .describe('Name of the indicator, for a recommendation; the words say what it is to become.'),
  }),
  success: VisitReportAnswer,
  run: (work, { id, kind, note, ...more }, { engine, viewer }) =>
    turnFinding(engine, work, viewer, {
      findingId: id,
      kind,
      note,
      departmentId: more.departmentId ?? null,
      dueAt: more.dueAt ?? null,
      product: more.product ?? null,
      side: more.side ?? null,
      plannedFor: more.plannedFor ?? null,
      indicator: more.indicator ?? null,
    }),
  read: readVisit,
})

command({
  name: 'checkVisitManners',
  description: 'Says which of the eight steps for more satisfaction were kept to: of oneself or of a colleague.',
  action: 'visit.submitReport',
  input: z.object({
    id: nodeId('Visit').describe('The visit.'),
    kept: list(word('VisitManner', visitManners), 8).describe('The steps that were kept to.'),
  }),
  success: VisitReportAnswer,
  run: (work, { id, kept }, { engine, viewer }) => checkManners(engine, work, viewer, { caseId: id, kept }),
  read: readVisit,
})
