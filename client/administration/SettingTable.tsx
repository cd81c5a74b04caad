// Rows of one table of administration: each can be changed in its place, and a new one added above.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingForm } from './SettingForm.tsx'
import type { SettingField, Values } from './setting-field.ts'
import type { Outcome } from './use-setting.ts'

export interface SettingRow {
  id: string
  cells: readonly ReactNode[]
  values: Values
}

interface SettingTableProps {
  title: string
  heads: readonly string[]
  rows: readonly SettingRow[]
  fields: readonly SettingField[] | ((values: Values) => readonly SettingField[])
  add: string
  /** What a new row starts with. */
  blank?: Values
  send: (values: Values) => Promise<Outcome>
  saved: () => void
  children?: ReactNode
}

export function SettingTable({
  title,
  heads,
  rows,
  fields,
  add,
  blank = {},
  send,
  saved,
  children,
}: SettingTableProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const form = (start: Values, changing: boolean) => (
    <SettingForm
      label={changing ? t('administration.save') : add}
      fields={fields}
      start={start}
      changing={changing}
      send={send}
      cancel={() => setOpen(null)}
      done={() => {
        setOpen(null)
        setTold(t('administration.saved'))
        saved()
      }}
    />
  )
  return (
    <section className="setting">
      <header className="section-head">
        <h2>{title}</h2>
        <span className="space" />
        <button
          type="button"
          className="btn"
          aria-expanded={open === ''}
          onClick={() => setOpen(open === '' ? null : '')}
        >
          {add}
        </button>
      </header>
      {children}
      <p role="status" className="s m">
        {told}
      </p>
      {open === '' && form(blank, false)}
      {rows.length === 0 && <p className="m none">{t('administration.empty')}</p>}
      {rows.length > 0 && (
        <div className="figures-frame">
          {/* biome-ignore-start lint/a11y/noRedundantRoles: on phones rows are cards, and blocks of CSS lose what a table says */}
          <table className="figures cards" role="table">
            <thead>
              <tr role="row">
                {heads.map((head) => (
                  <th key={head} scope="col" role="columnheader">
                    {head}
                  </th>
                ))}
                <th scope="col" role="columnheader">
                  <span className="unseen">{t('administration.change')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, cells, values }) => [
                <tr key={id} role="row">
                  {cells.map((cell, index) => (
                    <td key={heads[index]} role="cell" data-head={index > 0 ? heads[index] : undefined}>
                      {cell}
                    </td>
                  ))}
                  <td className="r" role="cell">
                    <button
                      type="button"
                      className="quiet-link"
                      aria-expanded={open === id}
                      onClick={() => setOpen(open === id ? null : id)}
                    >
                      {t('administration.change')}
                    </button>
                  </td>
                </tr>,
                open === id && (
                  <tr key={`${id} form`} role="row" className="card-form">
                    <td role="cell" colSpan={cells.length + 1}>
                      {form(values, true)}
                    </td>
                  </tr>
                ),
              ])}
            </tbody>
          </table>
          {/* biome-ignore-end lint/a11y/noRedundantRoles: as above */}
        </div>
      )}
    </section>
  )
}
