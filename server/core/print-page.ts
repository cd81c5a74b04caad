// A page for paper: A4, black on white, readable from either side; every word of people decides its own direction.
import { createHash } from 'node:crypto'
import { escaped } from './html-text.ts'
import { directionOf } from './mail-html.ts'

export interface PrintedPage {
  language: string
  title: string
  /** Small words above the title: what kind of paper this is. */
  kind: string
  /** Facts below the title, as pairs of name and value. */
  facts: readonly (readonly [name: string, value: string])[]
  sections: readonly PrintedSection[]
  /** At the foot of each page, before its number. */
  foot: string
}

export interface PrintedSection {
  title: string
  /** Each line is a row of cells. */
  lines: readonly (readonly string[])[]
  /** What is said where there are no lines. */
  empty: string
}

export function printedPage({ language, title, kind, facts, sections, foot }: PrintedPage): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${PRINT_STYLE}</style>
</head>
<body>
<header>
<p class="kind">${escaped(kind)}</p>
<h1 dir="auto">${escaped(title)}</h1>
<dl>${facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd></div>`).join('')}</dl>
</header>
<main>
${sections.map(sectionHtml).join('\n')}
</main>
<footer dir="auto">${escaped(foot)}</footer>
</body>
</html>
`
}

function sectionHtml({ title, lines, empty }: PrintedSection): string {
  const rows = lines.map((cells) => `<tr>${cells.map((cell) => `<td dir="auto">${escaped(cell)}</td>`).join('')}</tr>`)
  const body =
    rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : `<p class="none">${escaped(empty)}</p>`
  return `<section><h2>${escaped(title)}</h2>${body}</section>`
}

const PRINT_STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #646a75 } }
body { margin: 0 auto; max-width: 178mm; font: 10.5pt/1.45 "Inter Variable", Inter, "Noto Sans", "Segoe UI", "DejaVu Sans", sans-serif; color: #15171c; background: #fff }
@media screen { body { padding: 16mm 12mm } }
.kind { margin: 0; color: #646a75; font-size: 9pt }
h1 { margin: 0 0 3mm; font-size: 17pt; line-height: 1.25; overflow-wrap: anywhere }
h2 { margin: 6mm 0 1mm; font-size: 11.5pt; break-after: avoid }
dl { display: grid; grid-template-columns: repeat(2, 1fr); gap: 1mm 8mm; margin: 0; padding: 2mm 0; border-block: 0.3mm solid #15171c }
dl > div { display: grid; grid-template-columns: 32mm 1fr; gap: 2mm }
dt { color: #646a75 }
dd { margin: 0; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse }
td { padding: 1mm 0; border-bottom: 0.2mm solid #d8d8d4; vertical-align: top; text-align: start; overflow-wrap: anywhere }
td + td { width: 30mm; padding-inline-start: 4mm; color: #464b55; white-space: nowrap }
tr { break-inside: avoid }
.none { margin: 0; color: #646a75 }
footer { margin-top: 8mm; color: #646a75; font-size: 9pt }
`

/** What the page may do when it is shown: nothing but carry its own style. */
export const PRINTED_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PRINT_STYLE).digest('base64')}'`,
  "frame-ancestors 'none'",
  'sandbox allow-modals',
].join('; ')
