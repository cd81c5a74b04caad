// What a file is by its content, and whether it is taken in: nothing of it is unpacked or decoded for that.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { refuseField } from '../core/refusal.ts'
import { acceptedKinds, type FileKind, kindsByContent, textKinds, zipped } from './file-kinds.ts'
import { pictureLibrary } from './picture-library.ts'
import { endingOf, fittingName } from './safe-name.ts'
import { zipDirectory } from './zip-directory.ts'

export interface FileFacts {
  name: string
  mediaType: string
  sha256: string
  width: number | null
  height: number | null
  /** Whether a preview can be made of it. */
  preview: boolean
}

/** Pixels of a picture; above it is no photograph but a bomb. */
export const mostPixels = 120_000_000
/** Pixels of one that gets a preview: what decoding holds in memory differs by kind, and stays below 50 MB. */
const mostPixelsByRows = 60_000_000
const mostPixelsWhole = 12_000_000
const mostUnpacked = 500 * 1024 * 1024
const mostPackingRatio = 100
const smallUnpacked = 20 * 1024 * 1024
const mostJson = 2 * 1024 * 1024

/** Refuses `invalid` with fileKind, fileUnreadable, filePixels or archiveBomb. `name` is a safe one. */
export async function inspectFile(path: string, name: string): Promise<FileFacts> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  const known = found && kindsByContent[found.mime === 'image/apng' ? 'image/png' : found.mime]
  if (found && !known) throw refuseField('file', 'fileKind', { kinds: acceptedKinds })
  const { sha256, text } = await read(path)
  const kind = known ?? (text ? await textKind(path, name) : null)
  if (!kind) throw refuseField('file', 'fileKind', { kinds: acceptedKinds })
  if (zipped.has(kind.mediaType)) await refuseBomb(path)
  const picture = kind.picture ? await pictureOf(path, kind) : nothing
  return { name: fittingName(name, kind), mediaType: kind.mediaType, sha256, ...picture }
}

/** One pass: the hash, and whether it is text that begins like no markup. */
async function read(path: string): Promise<{ sha256: string; text: boolean }> {
  const hash = createHash('sha256')
  let text = true
  let beginning = ''
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (beginning.length < 512) beginning += chunk.toString('latin1', 0, 512)
    text &&= !chunk.some(isControl)
  }
  const markup = /^(?:\xEF\xBB\xBF)?\s*</.test(beginning)
  return { sha256: hash.digest('hex'), text: text && !markup }
}

function isControl(byte: number): boolean {
  return (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 127
}

async function textKind(path: string, name: string): Promise<FileKind> {
  const ending = endingOf(name)
  if (textKinds.csv.endings.some((one) => one === ending)) return textKinds.csv
  return ending === 'json' && (await isJson(path)) ? textKinds.json : textKinds.plain
}

async function isJson(path: string): Promise<boolean> {
  if ((await stat(path)).size > mostJson) return false
  try {
    JSON.parse(await readFile(path, 'utf8'))
    return true
  } catch {
    return false
  }
}

async function refuseBomb(path: string): Promise<void> {
  const sums = await zipDirectory(path)
  if (!sums) throw refuseField('file', 'fileUnreadable')
  const { packed, unpacked } = sums
  const squeezed = unpacked > smallUnpacked && unpacked > packed * mostPackingRatio
  if (unpacked > mostUnpacked || squeezed) throw refuseField('file', 'archiveBomb')
}

const nothing = { width: null, height: null, preview: false }

async function pictureOf(path: string, { picture, mediaType }: FileKind) {
  const sharp = await pictureLibrary()
  const header = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!header && picture === 'decoded') throw refuseField('file', 'fileUnreadable')
  if (!header?.width || !header.height) return nothing
  const { width, height, isProgressive = false } = header
  const pixels = width * height
  if (pixels > mostPixels) throw refuseField('file', 'filePixels', { max: mostPixels / 1_000_000 })
  return { width, height, preview: picture === 'decoded' && pixels <= mostDecoded(mediaType, isProgressive) }
}

/** JPEG shrinks while it is read, PNG comes row by row; interlaced ones and other kinds are decoded whole. */
function mostDecoded(mediaType: string, interlaced: boolean): number {
  if (interlaced) return mostPixelsWhole
  if (mediaType === 'image/jpeg') return mostPixels
  return mediaType === 'image/png' ? mostPixelsByRows : mostPixelsWhole
}
