// A file's name as the sender gave it, made harmless for whoever saves it to a disk.
import type { FileKind } from './file-kinds.ts'

/** Longest name, in characters and in bytes of UTF-8: file systems take 255 bytes. */
const mostCharacters = 120
const mostBytes = 200
const endingLength = 10

/** Path, control and direction-changing characters, reserved names and ends that a file system drops are taken away; never empty. */
export function safeName(given: string): string {
  const name = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = name
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*\uFFFD]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const free = RESERVED.test(clean) ? `_${clean}` : clean
  return shortened(free) || 'file'
}

/** The name with an ending that its kind has: what opens it on somebody's machine is what it is. */
export function fittingName(name: string, { endings }: FileKind): string {
  return endings.includes(endingOf(name)) ? name : `${name}.${endings[0]}`
}

export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Controls, and marks that change the direction of what follows; joiners, which Persian needs, stay. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i

function shortened(name: string): string {
  const ending = endingOf(name)
  const tail = ending.length <= endingLength ? name.slice(name.length - ending.length - (ending ? 1 : 0)) : ''
  let head = [...(tail ? name.slice(0, -tail.length) : name)].slice(0, mostCharacters)
  while (Buffer.byteLength(head.join('')) + Buffer.byteLength(tail) > mostBytes) head = head.slice(0, -1)
  return `${head.join('').trimEnd()}${tail}`
}
