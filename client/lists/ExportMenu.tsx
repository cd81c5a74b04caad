// Writes the view into a file: asks, shows how far it is, offers the file, and the own ones of the last day.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation, useQuery } from 'urql'
import type { ExportFormat, ExportPage } from '../../schema/list-views.ts'
import { type ExportFacts, ExportListDocument, MyExportsDocument } from '../generated/exports.ts'
import { Icon } from '../shell/Icon.tsx'
import { shortWhen } from '../words/dates.ts'
import { Menu } from './Menu.tsx'

const askAgainMilliseconds = 1_000

export function ExportMenu({ page, view }: { page: ExportPage; view: object }) {
  const { t } = useTranslation()
  const [mark, setMark] = useState(true)
  const [told, setTold] = useState<string | null>(null)
  const [waiting, setWaiting] = useState<string | null>(null)
  const [{ data }, load] = useQuery({ query: MyExportsDocument })
  const [, ask] = useMutation(ExportListDocument)
  const exports = data?.myExports?.nodes ?? []
  const open = exports.some(({ state }) => state === 'queued' || state === 'running')
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    if (!open && waiting === null) return
    const timer = setInterval(() => latest.current({ requestPolicy: 'network-only' }), askAgainMilliseconds)
    return () => clearInterval(timer)
  }, [open, waiting])
  const mine = exports.find(({ id }) => id === waiting)
  const ended = mine && (mine.state === 'ready' || mine.state === 'failed') ? mine : null
  const start = async (format: ExportFormat) => {
    const input = { page, view: JSON.stringify(view), format, mark: format === 'csv' && mark }
    const { data: done } = await ask({ input, key: crypto.randomUUID() })
    const answer = done?.answer
    if (answer?.__typename === 'ListExport') {
      setTold(null)
      setWaiting(answer.id)
      load({ requestPolicy: 'network-only' })
    } else if (answer?.__typename === 'Invalid') setTold(answer.fields.map(({ text }) => text).join(' '))
    else setTold(answer?.text ?? t('common.lost'))
  }
  return (
    <>
      <Menu
        end
        label={
          <>
            <Icon name="down" />
            {t('exports.export')}
          </>
        }
      >
        <p className="xs q" style={{ padding: '4px 8px' }}>
          {t('exports.what')}
        </p>
        <button type="button" className="entry" data-stay onClick={() => void start('csv')}>
          CSV
        </button>
        <label className="entry s">
          <input type="checkbox" checked={mark} onChange={({ target }) => setMark(target.checked)} />
          {t('exports.mark')}
        </label>
        <button type="button" className="entry" data-stay onClick={() => void start('xlsx')}>
          XLSX
        </button>
        {told && (
          <p className="fault" role="alert">
            <Icon name="warning" />
            {told}
          </p>
        )}
        {exports.length > 0 && <h3>{t('exports.mine')}</h3>}
        {exports.slice(0, 5).map((one) => (
          <Export key={one.id} row={one} />
        ))}
      </Menu>
      {ended && (
        <div className="note toast" role="status">
          <span>
            {ended.state === 'ready'
              ? t('exports.ready', { count: ended.rowsDone })
              : (ended.fault ?? t('common.lost'))}
          </span>
          {ended.path && (
            <a className="btn" href={ended.path} download onClick={() => setWaiting(null)}>
              {t('exports.fetch')}
            </a>
          )}
          <button type="button" className="btn ghost" onClick={() => setWaiting(null)}>
            <Icon name="cross" title={t('bulk.close')} />
          </button>
        </div>
      )}
    </>
  )
}

function Export({ row }: { row: ExportFacts }) {
  const { t } = useTranslation()
  const { page, format, state, rowsDone, rowsTotal, path, fault, askedAt } = row
  const name = `${t(`nav.${page}`)} ${format.toUpperCase()}, ${shortWhen(askedAt, new Date())}`
  return (
    <div className="export-row">
      <span className="ell">
        {name}
        <br />
        <span className="xs q">
          {state === 'ready' && t('exports.rows', { count: rowsDone })}
          {state === 'failed' && (fault ?? '')}
          {state === 'queued' && t('exports.queued')}
          {state === 'running' && t('exports.running', { done: rowsDone, total: rowsTotal })}
        </span>
      </span>
      {path && (
        <a className="l" href={path} download aria-label={`${t('exports.fetch')}: ${name}`}>
          {t('exports.fetch')}
        </a>
      )}
      {state === 'running' && <progress aria-label={name} value={rowsDone} max={Math.max(rowsTotal, 1)} />}
    </div>
  )
}
