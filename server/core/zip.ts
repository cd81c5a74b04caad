// Writes a ZIP archive as a stream, one entry after the other, so that its size does not matter to the memory.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

interface Entry {
  name: Buffer
  crc: number
  packed: number
  size: number
  at: number
}

/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflated = 8
/** 1 January 1980: the moment of writing tells nothing here. */
const stamp = 0x00210000

export class ZipWriter {
  readonly #to: Writable
  readonly #entries: Entry[] = []
  #at = 0

  constructor(to: Writable) {
    this.#to = to
  }

  /** Adds one file; its parts are asked for as fast as they can be written. */
  async add(name: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at: this.#at }
    await this.#write(local(entry))
    const deflate = createDeflateRaw()
    const written = this.#drain(deflate, entry)
    for await (const part of parts) {
      const bytes = Buffer.from(part)
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
    await written
    await this.#write(descriptor(entry))
    this.#entries.push(entry)
  }

  /** Writes the directory; nothing can be added after. */
  async end(): Promise<void> {
    const from = this.#at
    for (const entry of this.#entries) await this.#write(central(entry))
    await this.#write(ending(this.#entries.length, from, this.#at - from))
  }

  async #drain(packed: AsyncIterable<Buffer>, entry: Entry): Promise<void> {
    for await (const chunk of packed) {
      entry.packed += chunk.length
      await this.#write(chunk)
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#at += bytes.length
    if (!this.#to.write(bytes)) await once(this.#to, 'drain')
  }
}

function local({ name }: Entry): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt32LE(stamp, 10)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function central({ name, crc, packed, size, at }: Entry): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(deflated, 10)
  head.writeUInt32LE(stamp, 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

function ending(entries: number, at: number, size: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
