// A chart with its finding as title, the same as a table, and what can be taken along: CSV, SVG, PNG.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../management/Card.tsx'
import { Table } from '../management/FigureTable.tsx'
import { type Picture, PictureLinks } from '../parts/PictureLinks.tsx'

interface ChartCardProps {
  title: string
  measure: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly (string | number | null)[]; open?: (() => void) | undefined }[]
  wide?: boolean
  /** The drawing in a space of this size; it is the table where there is none. */
  chart?: Picture | undefined
}

export function ChartCard({ title, measure, heads, rows, wide = false, chart }: ChartCardProps) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const frame = useRef<SVGSVGElement>(null)
  const picture = chart && !asTable
  return (
    <Card
      title={title}
      measure={measure}
      rows={[heads, ...rows.map(({ cells }) => cells)]}
      wide={wide}
      tools={
        chart && (
          <>
            <button type="button" className="l s" onClick={() => setAsTable(!asTable)}>
              {t(asTable ? 'satisfaction.asPicture' : 'satisfaction.asTable')}
            </button>
            {picture && <PictureLinks title={title} frame={frame} />}
          </>
        )
      }
    >
      {picture ? (
        // biome-ignore lint/a11y: a picture that scrolls sideways must be reached by keys
        <div className="chart" role="group" aria-label={title} tabIndex={0} dir="ltr">
          <svg
            ref={frame}
            role="img"
            aria-label={summaryOf(title, rows)}
            viewBox={`0 0 ${chart.width} ${chart.height}`}
          >
            {chart.drawing}
          </svg>
        </div>
      ) : (
        <Table heads={heads}>
          {rows.map(({ key, cells: [first, ...others], open }) => (
            <tr key={key}>
              <th scope="row">
                {open ? (
                  <button type="button" className="l" onClick={open}>
                    {first}
                  </button>
                ) : (
                  first
                )}
              </th>
              {others.map((cell, index) => (
                <td key={heads[index + 1]} className="r nw">
                  {cell ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </Card>
  )
}

function summaryOf(title: string, rows: ChartCardProps['rows']): string {
  return `${title}. ${rows.map(({ cells }) => cells.map((cell) => cell ?? '–').join(' ')).join('; ')}`
}
