// Mutations on the report of a visit: a block as it is written, and what a finding is turned into.
import { sql } from 'kysely'
import { z } from 'zod'
import { visitBlocks, visitOutcomeKinds } from '../../schema/visit-vocabulary.ts'
import { moment, text, word } from '../core/input.ts'
import { readOne } from '../core/selection.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { Visit, type VisitRow } from './graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'
import { turnFinding, writeReportBlock } from './report-commands.ts'

const VisitReportAnswer = answerUnion('VisitReportAnswer', Visit, ['wrongState'])

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
  }),
  success: VisitReportAnswer,
  run: (work, { id, kind, note, departmentId, dueAt }, { engine, viewer }) =>
    turnFinding(engine, work, viewer, {
      findingId: id,
      kind,
      note,
      departmentId: departmentId ?? null,
      dueAt: dueAt ?? null,
    }),
  read: readVisit,
})
