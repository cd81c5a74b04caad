// Rows of one kind on a customer's page, each changed in its form, and a button for a new one.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValues } from '../case/step-input.ts'
import type { Options } from '../case/step-options.ts'
import { Icon } from '../shell/Icon.tsx'
import { EntryForm } from './EntryForm.tsx'
import type { EntryName } from './entry-rows.ts'

export interface EntryRow {
  id: string
  what: ReactNode
  about?: readonly (string | null | undefined | false)[]
  /** Something is wrong with it. */
  wrong?: string | null | undefined
  fixed: Readonly<Record<string, unknown>>
  start: FieldValues
}

interface EntrySectionProps {
  id?: string
  title: string
  /** What a new one is called on the button; left out: none is entered here. */
  add?: string | undefined
  empty?: string
  entry: EntryName
  rows?: readonly EntryRow[]
  fixed: Readonly<Record<string, unknown>>
  start?: FieldValues
  options?: Options
  /** Left out: the viewer only reads. */
  saved?: (() => void) | undefined
  children?: ReactNode
}

export function EntrySection(props: EntrySectionProps) {
  const { id, title, add, empty, entry, rows = [], fixed, start = {}, options, saved, children } = props
  const { t } = useTranslation()
  const [open, setOpen] = useState<Pick<EntryRow, 'fixed' | 'start'> | null>(null)
  return (
    <section className="entries" id={id} aria-label={title}>
      <h2 className="row-flex">
        {title}
        {rows.length > 0 && <span className="q s">{rows.length}</span>}
        <span className="space" />
        {saved && add && (
          <button type="button" className="quiet-link" onClick={() => setOpen({ fixed, start })}>
            {add}
          </button>
        )}
      </h2>
      {children}
      {empty && rows.length === 0 && <p className="q s">{empty}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="entry-row">
            <span>
              <span className="md" dir="auto">
                {row.what}
              </span>
              <span className="q s">{row.about?.filter(Boolean).join(' · ')}</span>
            </span>
            {row.wrong && (
              <span className="s warn row-flex">
                <Icon name="warning" />
                {row.wrong}
              </span>
            )}
            {saved && (
              <button
                type="button"
                className="quiet-link"
                aria-label={`${t('accounts.change')}: ${typeof row.what === 'string' ? row.what : title}`}
                onClick={() => setOpen({ fixed: row.fixed, start: row.start })}
              >
                {t('accounts.change')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {open && saved && (
        <EntryForm {...{ entry, title, saved, ...(options && { options }) }} {...open} close={() => setOpen(null)} />
      )}
    </section>
  )
}
