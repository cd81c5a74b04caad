// Rows as a workbook of one sheet, written as a stream: text as inline strings, which are never formulas; true numbers and dates.
import type { Writable } from 'node:stream'
import type { Cell } from './cells.ts'
import { ZipWriter } from './zip.ts'

/** Writes the workbook: the first row of `rows` is its head. Moments become civil times of `timeZone`. */
export async function writeXlsx(
  to: Writable,
  sheet: string,
  timeZone: string,
  rows: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const zip = new ZipWriter(to)
  for (const [name, text] of Object.entries(frame(sheet))) await zip.add(name, [text])
  await zip.add('xl/worksheets/sheet1.xml', sheetParts(rows, timeZone))
  await zip.end()
}

async function* sheetParts(rows: AsyncIterable<readonly Cell[]>, timeZone: string): AsyncGenerator<string> {
  const serial = serialIn(timeZone)
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`
  let number = 0
  for await (const cells of rows) {
    number++
    yield `<row r="${number}">${cells.map((cell, at) => cellOf(cell, `${letters(at)}${number}`, number === 1, serial)).join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function cellOf(cell: Cell, at: string, head: boolean, serial: (moment: Date) => number): string {
  switch (cell.kind) {
    case 'nothing':
      return ''
    case 'number':
      return `<c r="${at}"><v>${cell.value}</v></c>`
    case 'moment':
      return `<c r="${at}" s="1"><v>${serial(cell.value)}</v></c>`
    case 'text':
      return `<c r="${at}" t="inlineStr"${head ? ' s="2"' : ''}><is><t xml:space="preserve">${escaped(cell.value)}</t></is></c>`
    default:
      return cell satisfies never
  }
}

/** Days since 30 December 1899 in civil time of the zone, as spreadsheet programs count them; whole seconds. */
function serialIn(timeZone: string): (moment: Date) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (moment) => {
    const part = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
    const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0
    const civil = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
    return (civil - Date.UTC(1899, 11, 30)) / 86_400_000
  }
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

const longestCell = 32_767

/** Characters that XML cannot carry are left out; a cell holds 32,767 at the most. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .slice(0, longestCell)
    .toWellFormed()
    .replace(/(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const parts = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** All parts of the workbook but the sheet. Style 1 is a date with its time, style 2 the head. */
function frame(sheet: string): Record<string, string> {
  const name = escaped(sheet.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${parts}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${parts}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${parts}.styles+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  }
}
