// The file is tried first, with a reason for each line that is not right; then taken in, with the refused lines as a file.
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { WithdrawImportDocument } from '../generated/surveys.ts'
import { saveCsv } from '../management/csv.ts'
import { Icon } from '../shell/Icon.tsx'
import type { AskedWave } from './asked-wave.ts'
import type { CsvFile } from './csv-file.ts'
import { FaultTable } from './FaultTable.tsx'
import { type Mapping, mappedInput } from './import-mapping.ts'
import { type Imported, type LineFault, sendImport } from './send-import.ts'
import { useSurveyCommand } from './use-survey-command.ts'

type Phase = 'asking' | 'trying' | 'tried' | 'taking' | 'taken' | 'withdrawn'

export function ImportRun({ wave, file, mapping }: { wave: AskedWave; file: CsvFile; mapping: Mapping }) {
  const { t } = useTranslation()
  const graph = useClient()
  const send = useSurveyCommand()
  const key = useRef(crypto.randomUUID())
  const [phase, setPhase] = useState<Phase>('asking')
  const [done, setDone] = useState(0)
  const [told, setTold] = useState<Imported | null>(null)
  const [refusal, setRefusal] = useState('')
  const run = async (dryRun: boolean) => {
    setPhase(dryRun ? 'trying' : 'taking')
    setDone(0)
    setRefusal('')
    const outcome = await sendImport(graph, {
      file,
      input: { ...mappedInput(file, mapping), waveId: wave.id, dryRun, skipFaulty: true },
      key: `${key.current}-${dryRun ? 'try' : 'take'}`,
      progress: setDone,
      lost: t('common.lost'),
    })
    const twice = dryRun ? repeated(file, mapping, t('answers.twice')) : []
    const { imported } = outcome
    setTold({ ...imported, faults: [...imported.faults, ...twice].toSorted((a, b) => a.line - b.line) })
    if (outcome.kind === 'refused') {
      setRefusal(
        [
          ...new Set([...outcome.fields.map(({ text }) => text), ...(outcome.fields.length > 0 ? [] : [outcome.text])]),
        ].join(' '),
      )
      setPhase(imported.importId ? 'taken' : 'asking')
    } else setPhase(dryRun ? 'tried' : 'taken')
    if (dryRun) key.current = crypto.randomUUID()
  }
  const withdraw = async () => {
    if (!told?.importId) return
    const outcome = await send(WithdrawImportDocument, { id: told.importId })
    if (outcome.kind === 'done') {
      setPhase('withdrawn')
      key.current = crypto.randomUUID()
    } else setRefusal([outcome.text, ...outcome.faults.map(({ text }) => text)].join(' '))
  }
  const faulty = new Set(told?.faults.map(({ line }) => line))
  const right = file.rows.length - faulty.size
  const saveRefused = () => {
    const reasons = Map.groupBy(told?.faults ?? [], ({ line }) => line)
    const rows = file.rows.filter(({ line }) => reasons.has(line))
    saveCsv(`${file.name.replace(/\.\w+$/, '')} – ${t('answers.refusedLines')}`, [
      [...file.headings, t('answers.line'), t('answers.reason')],
      ...rows.map(({ line, cells }) => [
        ...file.headings.map((_, at) => cells[at] ?? ''),
        line,
        (reasons.get(line) ?? []).map(({ column, text }) => (column ? `${column}: ${text}` : text)).join('; '),
      ]),
    ])
  }
  return (
    <section className="import-part" aria-label={t('answers.run')} aria-live="polite">
      {refusal && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {refusal}
        </p>
      )}
      {(phase === 'asking' || phase === 'withdrawn') && (
        <>
          {phase === 'withdrawn' && (
            <p className="s row-flex">
              <Icon name="check" />
              {t('answers.takenBack')}
            </p>
          )}
          <div className="row-flex">
            <button type="button" className="btn main" onClick={() => void run(true)}>
              {t('answers.try')}
            </button>
            <span className="s q">{t('answers.tryHint')}</span>
          </div>
        </>
      )}
      {(phase === 'trying' || phase === 'taking') && (
        <div>
          <progress aria-label={t('answers.run')} value={done} max={file.rows.length} />
          <p className="s m">
            {t(phase === 'trying' ? 'answers.trying' : 'answers.taking', { done, count: file.rows.length })}
          </p>
        </div>
      )}
      {told && (phase === 'tried' || phase === 'taken') && (
        <>
          <div className="import-sum">
            <div>
              <p>{phase === 'tried' ? right : told.taken}</p>
              <p className="s q">{t(phase === 'tried' ? 'answers.right' : 'answers.taken')}</p>
            </div>
            <div>
              <p className={faulty.size > 0 ? 'danger' : undefined}>{faulty.size}</p>
              <p className="s q">{t(phase === 'tried' ? 'answers.wrong' : 'answers.refused')}</p>
            </div>
          </div>
          <FaultTable faults={told.faults} save={saveRefused} />
        </>
      )}
      {phase === 'tried' && (
        <div className="row-flex">
          <button
            type="button"
            className="btn main"
            aria-disabled={right === 0 || undefined}
            onClick={() => right > 0 && void run(false)}
          >
            {t(faulty.size === 0 ? 'answers.takeAll' : 'answers.takeRight', { count: right })}
          </button>
          <button type="button" className="btn" onClick={() => void run(true)}>
            {t('answers.tryAgain')}
          </button>
        </div>
      )}
      {phase === 'taken' && (
        <div className="row-flex">
          <Link to="/satisfaction" search={{ wave: wave.id }} className="btn main">
            {t('surveys.results')}
          </Link>
          <Link to="/surveys/waves/$id" params={{ id: wave.id }} className="btn">
            {t('answers.toWave')}
          </Link>
          <span className="space" />
          {told?.importId && (
            <button type="button" className="btn ghost" onClick={() => void withdraw()}>
              {t('surveys.withdraw')}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** Rows whose word stands further up already: parts of a file are tried one by one, so the server sees this within a part alone. */
function repeated(file: CsvFile, { meanings }: Mapping, text: string): LineFault[] {
  const at = meanings.indexOf('key')
  if (at < 0) return []
  const seen = new Map<string, number>()
  return file.rows.flatMap(({ line, cells }, index) => {
    const word = cells[at] ?? ''
    const before = seen.get(word)
    seen.set(word, before ?? index)
    return before === undefined || word === '' || Math.floor(before / 1_000) === Math.floor(index / 1_000)
      ? []
      : [{ line, column: file.headings[at] ?? null, text }]
  })
}
