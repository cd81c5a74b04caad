// Files of exports: formulas are inert, numbers stay numbers, other programs can read them.

import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cell, momentCell, nothing, numberCell, textCell } from '../../server/core/cells.ts'
import { csvRow } from '../../server/core/csv.ts'
import { writeXlsx } from '../../server/core/xlsx.ts'

const row = (...cells: Cell[]) => (parse(csvRow(cells)) as string[][])[0]

describe('CSV', () => {
  it.each([
    '=1+1',
    '+7 701 000 00 00',
    '-2+3+cmd|calc',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =HYPERLINK("http://evil.example")',
    '＝1+1',
    '\u200b=1+1',
    '";=1+1',
  ])('makes %j inert and loses nothing of it', (text) => {
    expect(row(textCell(text))).toEqual([`'${text}`])
  })

  it('leaves texts that are no formulas as they are', () => {
    const texts = ['Edge crack, 12 mm', 'a=b', "Coil 5'", 'He said "no"', 'two\r\nlines', 'روکش', '0012']
    expect(row(...texts.map(textCell))).toEqual(texts)
  })

  it('writes numbers bare, negative ones too, moments in ISO, nothing as nothing', () => {
    const at = momentCell('2026-11-02T05:00:00.000Z')
    expect(csvRow([numberCell('-12.50'), numberCell('1234567.891'), at, nothing, textCell('')])).toBe(
      '-12.50,1234567.891,2026-11-02T05:00:00.000Z,,\r\n',
    )
  })

  it('ends lines with CRLF and doubles quotes, as RFC 4180 says', () => {
    expect(csvRow([textCell('a "b", c'), textCell('d')])).toBe('"a ""b"", c",d\r\n')
  })
})

describe('XLSX', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xlsx-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function written(rows: Cell[][], zone = 'UTC'): Promise<unknown[][]> {
    const path = join(folder, `${crypto.randomUUID()}.xlsx`)
    const file = createWriteStream(path)
    await writeXlsx(
      file,
      'Claims: [all]/*',
      zone,
      (async function* () {
        yield* rows
      })(),
    )
    await pipeline([], file)
    const [sheet] = (await readXlsxFile(path)) as unknown as { data: unknown[][] }[]
    return sheet?.data ?? []
  }

  it('keeps text as text, numbers as numbers and moments as dates', async () => {
    const cells = [
      textCell('=1+1'),
      textCell('-5'),
      numberCell('-12.50'),
      numberCell('0.125'),
      momentCell('2026-11-02T05:00:00Z'),
      nothing,
      textCell('<b>&"\u0001روکش'),
    ]
    expect(await written([[textCell('Head')], cells])).toEqual([
      ['Head', null, null, null, null, null, null],
      ['=1+1', '-5', -12.5, 0.125, new Date('2026-11-02T05:00:00Z'), null, '<b>&"روکش'],
    ])
  })

  it('tells the time of the reader, in summer and in winter', async () => {
    const [winter, summer] = await written(
      [[momentCell('2026-01-02T05:30:00Z')], [momentCell('2026-07-02T23:30:00Z')]],
      'Europe/Berlin',
    )
    expect(winter).toEqual([new Date('2026-01-02T06:30:00Z')])
    expect(summer).toEqual([new Date('2026-07-03T01:30:00Z')])
  })

  it('holds many rows without holding them in memory', async () => {
    const path = join(folder, 'many.xlsx')
    const file = createWriteStream(path)
    const cells = Array.from({ length: 12 }, (_, at) => textCell(`Some words that stand in column ${at}`))
    let most = 0
    const before = process.memoryUsage().rss
    await writeXlsx(
      file,
      'Many',
      'UTC',
      (async function* () {
        for (let at = 0; at < 20_000; at++) {
          if (at % 1_000 === 0) most = Math.max(most, process.memoryUsage().rss - before)
          yield cells
        }
      })(),
    )
    await pipeline([], file)
    expect(most).toBeLessThan(120 * 2 ** 20)
  })
})
