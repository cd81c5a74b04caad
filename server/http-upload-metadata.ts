/** What is told of an upload in its headers, read into the order of a new one. */
import type { IncomingHttpHeaders } from 'node:http'
import type { NewUpload } from './cases/upload-commands.ts'
import { keyOf } from './graphql/node.ts'
import { HttpRefusal } from './http-refusal.ts'

/** `filename`, `case`, `key` and maybe `task`, `item`, each in base64; cases, tasks and items by their id in the API. */
export function newUploadOf(headers: IncomingHttpHeaders): NewUpload {
  const length = String(headers['upload-length'] ?? '')
  if (!/^\d{1,12}$/.test(length)) throw unreadable('Upload-Length is missing.')
  const told = metadata(String(headers['upload-metadata'] ?? ''))
  const key = told.get('key') ?? ''
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) throw unreadable('The metadata needs a key of 8 to 128 characters.')
  return {
    caseId: idOf(told, 'case', ['Claim', 'TrialBatch', 'Visit']) ?? missing('case'),
    taskId: idOf(told, 'task', ['Task']),
    itemId: idOf(told, 'item', ['ClaimItem']),
    name: told.get('filename') ?? '',
    bytes: Number(length),
    key,
  }
}

const mostMetadata = 8_192

function metadata(header: string): Map<string, string> {
  if (header.length > mostMetadata) throw unreadable('The metadata is too long.')
  const pairs = header.split(',').map((pair): [string, string] => {
    const [name = '', value = ''] = pair.trim().split(' ')
    return [name, Buffer.from(value, 'base64').toString('utf8')]
  })
  return new Map(pairs)
}

/** An id of nothing is answered like one of something hidden: not found. */
function idOf(told: Map<string, string>, name: string, types: readonly string[]): string | null {
  const id = told.get(name)
  if (!id) return null
  const key = keyOf(types, id)
  if (key === null) throw new HttpRefusal(404, 'NOT_FOUND', `There is no such ${name}.`)
  return key
}

function missing(name: string): never {
  throw unreadable(`The metadata must name the ${name}.`)
}

function unreadable(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', message)
}
