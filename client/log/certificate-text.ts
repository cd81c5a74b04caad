// Finds the EN 10168 certificate in a file: the JSON itself, or the PDF of it with the JSON inside.

/** The JSON as it was written; null where the file holds no certificate. */
export async function certificateText(file: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (startsWith(bytes, '%PDF')) return inPdf(bytes)
  return certificateOf(bytes)
}

/** Attached files of a PDF are streams, as they are or deflated. */
async function inPdf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const text = new TextDecoder('latin1').decode(bytes)
  for (const { index, 0: head } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue
    const from = index + head.length
    const to = text.indexOf('endstream', from)
    if (to < 0) return null
    const stream = bytes.slice(from, to)
    const found = certificateOf(stream) ?? certificateOf(await inflated(stream))
    if (found !== null) return found
  }
  return null
}

function certificateOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes)
  if (!text.includes('"RefSchemaUrl"')) return null
  try {
    JSON.parse(text)
    return text
  } catch {
    return null
  }
}

/** As far as it can be read: a line's end before `endstream` is no part of it. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: number[] = []
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      for (const byte of part.value) parts.push(byte)
  } catch {
    // What came before the fault counts.
  }
  return Uint8Array.from(parts)
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}
