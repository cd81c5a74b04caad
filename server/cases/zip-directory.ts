// What the directory of a zip archive says of its entries, read without unpacking anything.
import { open } from 'node:fs/promises'

export interface ZipSums {
  entries: number
  packed: number
  unpacked: number
}

const endSize = 22
const mostComment = 65_535
const mostDirectory = 4 * 1024 * 1024
const entrySize = 46

/** Null when it is no archive whose directory ends where the file ends; archives above 4 GB count as none. */
export async function zipDirectory(path: string): Promise<ZipSums | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, endSize + mostComment))
    await file.read(tail, 0, tail.length, size - tail.length)
    const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    if (at < 0 || at + endSize > tail.length) return null
    const entries = tail.readUInt16LE(at + 10)
    const length = tail.readUInt32LE(at + 12)
    const start = tail.readUInt32LE(at + 16)
    const ends = at + endSize + tail.readUInt16LE(at + 20) === tail.length
    if (!ends || start + length !== size - tail.length + at || length > mostDirectory) return null
    const directory = Buffer.alloc(length)
    await file.read(directory, 0, length, start)
    return sums(directory, entries)
  } finally {
    await file.close()
  }
}

function sums(directory: Buffer, entries: number): ZipSums | null {
  let at = 0
  let packed = 0
  let unpacked = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + entrySize > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null
    packed += directory.readUInt32LE(at + 20)
    unpacked += directory.readUInt32LE(at + 24)
    at +=
      entrySize + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return { entries, packed, unpacked }
}
