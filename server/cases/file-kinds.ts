// Kinds of files that are taken in, with the endings a name of each may have; the first is the usual one.

export interface FileKind {
  mediaType: string
  endings: readonly [string, ...string[]]
  /** Pictures that we can decode get a preview. */
  picture: 'decoded' | 'kept' | null
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** As people call them, besides photos and text. */
export const acceptedKinds = 'PDF, CSV, JSON, Word, Excel, MP4'

/** By what the first bytes say. */
export const kindsByContent: Readonly<Record<string, FileKind>> = {
  'image/jpeg': { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], picture: 'decoded' },
  'image/png': { mediaType: 'image/png', endings: ['png'], picture: 'decoded' },
  'image/webp': { mediaType: 'image/webp', endings: ['webp'], picture: 'decoded' },
  'image/avif': { mediaType: 'image/avif', endings: ['avif'], picture: 'decoded' },
  'image/heic': { mediaType: 'image/heic', endings: ['heic', 'heif'], picture: 'kept' },
  'image/heif': { mediaType: 'image/heif', endings: ['heif', 'heic'], picture: 'kept' },
  'application/pdf': { mediaType: 'application/pdf', endings: ['pdf'], picture: null },
  [word]: { mediaType: word, endings: ['docx'], picture: null },
  [sheet]: { mediaType: sheet, endings: ['xlsx'], picture: null },
  'video/mp4': { mediaType: 'video/mp4', endings: ['mp4', 'm4v'], picture: null },
  'video/quicktime': { mediaType: 'video/quicktime', endings: ['mov', 'qt'], picture: null },
}

export const zipped: ReadonlySet<string> = new Set([word, sheet])

/** Text has no first bytes of its own: among what is text, the ending decides. */
export const textKinds = {
  csv: { mediaType: 'text/csv', endings: ['csv', 'tsv'], picture: null },
  json: { mediaType: 'application/json', endings: ['json'], picture: null },
  plain: { mediaType: 'text/plain', endings: ['txt', 'log', 'md'], picture: null },
} as const satisfies Record<string, FileKind>
