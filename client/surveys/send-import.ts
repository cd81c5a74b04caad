// Sends a file part by part, to be tried or taken in, and puts together what the server says of its lines.
import type { Client } from '@urql/core'
import { ImportResponsesDocument, type ImportResponsesVariables } from '../generated/answers.ts'
import { type CsvFile, partsOf } from './csv-file.ts'

export interface LineFault {
  line: number
  column: string | null
  text: string
}

export interface Imported {
  rows: number
  taken: number
  faults: readonly LineFault[]
  importId: string | null
}

export type ImportOutcome =
  | { kind: 'done'; imported: Imported }
  /** What was sent before stays, under its import. */
  | { kind: 'refused'; text: string; fields: readonly { field: string | null; text: string }[]; imported: Imported }

interface ImportOrder {
  file: CsvFile
  input: Omit<ImportResponsesVariables['input'], 'text'>
  /** Of this one attempt: the same again has one effect. */
  key: string
  progress: (done: number) => void
  lost: string
}

export async function sendImport(
  graph: Client,
  { file, input, key, progress, lost }: ImportOrder,
): Promise<ImportOutcome> {
  const imported = { rows: 0, taken: 0, faults: [] as LineFault[], importId: null as string | null }
  let done = 0
  for (const [index, { text, firstLine, rows }] of partsOf(file).entries()) {
    const part = { ...input, text, firstLine, importId: input.dryRun ? null : imported.importId }
    const { data, error } = await graph
      .mutation(ImportResponsesDocument, { input: part, key: `${key}-${index}` })
      .toPromise()
    const answer = data?.importResponses
    if (answer?.__typename !== 'SurveyImport') {
      const said = answer?.text ?? error?.graphQLErrors[0]?.message ?? lost
      return { kind: 'refused', text: said, fields: answer?.__typename === 'Invalid' ? answer.fields : [], imported }
    }
    imported.rows += answer.rows
    imported.taken += answer.taken
    imported.importId ??= answer.importId
    imported.faults.push(...answer.faults)
    done += rows.length
    progress(done)
  }
  return { kind: 'done', imported }
}
