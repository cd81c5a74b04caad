// Takes answers in from a file: chosen, its columns named, tried line by line, then taken in, and taken back if need be.
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AskedWaveDocument } from '../generated/answers.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { isAsked } from './asked-wave.ts'
import { type CsvFile, readCsv } from './csv-file.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportRun } from './ImportRun.tsx'
import { guessed, type Mapping } from './import-mapping.ts'
import '../parts/list-page.css'
import '../management/management.css'
import './surveys.css'
import './answers.css'

export function ImportPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/surveys/waves/$id/import' })
  const runs = useMe().actions.includes('survey.run')
  const [{ data, error }, load] = useQuery({ query: AskedWaveDocument, variables: { id } })
  const [file, setFile] = useState<CsvFile | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [fault, setFault] = useState('')
  const [over, setOver] = useState(false)
  useEffect(() => {
    document.title = t('answers.importTitle')
  }, [t])
  if (!runs) return <NotFound />
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={6} />
  const wave = data.node
  if (!isAsked(wave)) return <NotFound />
  const items = (wave.version?.sections ?? []).flatMap((section) => section.items)
  const take = async (chosen: File | undefined) => {
    setOver(false)
    if (!chosen) return
    const read = await readCsv(chosen)
    setFault(read ? '' : t('answers.noRows'))
    setFile(read)
    setMapping(read && guessed(read, items))
  }
  return (
    <div className="list-page surveys">
      <header className="list-head">
        <Link to="/surveys/waves/$id" params={{ id }} className="btn ghost" aria-label={wave.name}>
          <Icon name="back" turns />
        </Link>
        <div>
          <h1>{t('answers.importTitle')}</h1>
          <p className="s m" dir="auto">
            {wave.name}
          </p>
        </div>
      </header>
      <div className="import">
        <section className="import-part" aria-label={t('answers.file')}>
          {file ? (
            <div className="row-flex">
              <Icon name="check" />
              <bdi className="b">{file.name}</bdi>
              <span className="m">{t('answers.rows', { count: file.rows.length })}</span>
              <span className="space" />
              <button
                type="button"
                className="quiet-link"
                onClick={() => {
                  setFile(null)
                  setMapping(null)
                }}
              >
                {t('answers.otherFile')}
              </button>
            </div>
          ) : (
            <label
              className={over ? 'import-drop over' : 'import-drop'}
              onDragOver={(event) => {
                event.preventDefault()
                setOver(true)
              }}
              onDragLeave={() => setOver(false)}
              onDrop={(event) => {
                event.preventDefault()
                void take(event.dataTransfer.files[0])
              }}
            >
              <span className="b">{t('answers.drop')}</span>
              <span className="s m">{t('answers.dropHint')}</span>
              <input
                type="file"
                className="unseen"
                accept=".csv,.txt,text/csv"
                onChange={({ target }) => void take(target.files?.[0])}
              />
              <span className="btn" aria-hidden="true">
                {t('answers.choose')}
              </span>
            </label>
          )}
          {fault && (
            <p className="fault" role="alert">
              <Icon name="warning" />
              {fault}
            </p>
          )}
        </section>
        {file && mapping && (
          <>
            <ImportColumns file={file} mapping={mapping} change={setMapping} items={items} regions={data.regions} />
            <ImportRun key={JSON.stringify([file.name, mapping])} wave={wave} file={file} mapping={mapping} />
          </>
        )}
      </div>
    </div>
  )
}
