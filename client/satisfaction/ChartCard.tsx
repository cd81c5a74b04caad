// A chart with its finding as title, the same as a table, and what can be taken along: CSV, SVG, PNG.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../management/Card.tsx'
import { Table } from '../management/FigureTable.tsx'
import { isNarrow } from '../parts/narrow.ts'
import { type Picture, PictureLinks } from '../parts/PictureLinks.tsx'

interface ChartCardProps {
  title: string
  measure: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly (string | number | null)[]; open?: (() => void) | undefined }[]
  wide?: boolean
  /** The drawing in a space of this size; it is the table where there is none. */
  chart?: Picture | undefined
  /** The same figures on a map. */
  map?: Picture | undefined
}

type View = 'chart' | 'map' | 'table'

export function ChartCard({ title, measure, heads, rows, wide = false, chart, map }: ChartCardProps) {
  const { t } = useTranslation()
  const [view, setView] = useState<View>(() => (isNarrow() ? 'table' : 'chart'))
  const frame = useRef<SVGSVGElement>(null)
  const picture = view === 'map' ? map : view === 'chart' ? chart : undefined
  const leads = rows.some(({ open }) => open)
  const other = (to: View) => (
    <button type="button" className="l s" onClick={() => setView(view === to ? 'chart' : to)}>
      {t(view === to ? 'satisfaction.asPicture' : `satisfaction.as.${to}`)}
    </button>
  )
  return (
    <Card
      title={title}
      measure={measure}
      rows={[heads, ...rows.map(({ cells }) => cells)]}
      wide={wide}
      tools={
        chart && (
          <>
            {map && other('map')}
            {other('table')}
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
            role={leads ? 'group' : 'img'}
            aria-label={summaryOf(title, rows)}
            viewBox={`0 0 ${picture.width} ${picture.height}`}
          >
            {picture.drawing}
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
