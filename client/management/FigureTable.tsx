// A table of figures, and the cell that leads from a figure to its rows.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ClaimsSearch } from '../shell/searches.ts'

/** `texts`: how many of the first columns hold words. */
export function Table({
  heads,
  texts = 1,
  children,
}: {
  heads: readonly string[]
  texts?: number
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y: a table that scrolls sideways must be reached by keys
    <div className="figures-frame" role="group" aria-label={heads.join(', ')} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index >= texts ? 'r' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** A figure that leads to the rows it counts. */
export function Drill({ n, search, label }: { n: number; search: ClaimsSearch; label: string }) {
  return (
    <td className="r">
      {n === 0 ? (
        <span className="q">0</span>
      ) : (
        <Link className="l" to="/claims" search={search} aria-label={`${label}: ${n}`}>
          {n}
        </Link>
      )}
    </td>
  )
}
