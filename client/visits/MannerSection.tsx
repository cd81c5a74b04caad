// Eight steps for more satisfaction, as the visitor saw himself and colleagues saw him.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { type VisitManner, visitManners } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { VisitView } from '../case/case-view.ts'
import { CheckVisitMannersDocument } from '../generated/visit.ts'
import { useMe } from '../shell/me.ts'

const checked = ['underway', 'reporting', 'followUp', 'closed']

export function MannerSection({ visit, refresh }: { visit: VisitView; refresh: () => void }) {
  const { t } = useTranslation()
  const { actions, personId } = useMe()
  const [open, setOpen] = useState(false)
  const checks = visit.checks ?? []
  const may = checked.includes(visit.visitState) && visit.checks !== null && actions.includes('visit.submitReport')
  if (!may && checks.length === 0) return null
  const own = checks.find(({ person }) => person?.id === personId)
  return (
    <section>
      <div className="section-head">
        <h2>{t('visit.manners')}</h2>
        {may && (
          <button type="button" className="quiet-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(visit.engineer?.id === personId ? 'visit.checkSelf' : 'visit.checkPeer')}
          </button>
        )}
      </div>
      {checks.length === 0 && !open && <p className="q s">{t('visit.noCheck')}</p>}
      <ul className="findings">
        {checks.map(({ person, percent }) => (
          <li key={person?.id} className="s">
            <b className="b">{percent.toLocaleString(document.documentElement.lang)} %</b> <bdi>{person?.name}</bdi>{' '}
            <span className="q">{t(person?.id === visit.engineer?.id ? 'visit.self' : 'visit.peer')}</span>
          </li>
        ))}
      </ul>
      {open && (
        <MannerForm
          visitId={visit.id}
          before={own?.kept ?? []}
          done={() => {
            setOpen(false)
            refresh()
          }}
        />
      )}
    </section>
  )
}

interface MannerFormProps {
  visitId: string
  before: readonly VisitManner[]
  done: () => void
}

function MannerForm({ visitId, before, done }: MannerFormProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const [kept, setKept] = useState<readonly VisitManner[]>(before)
  const [refusal, setRefusal] = useState<string | null>(null)
  const save = async () => {
    const variables = { input: { id: visitId, kept: [...kept] }, key: crypto.randomUUID() }
    const { data } = await graph.mutation(CheckVisitMannersDocument, variables).toPromise()
    if (data?.answer.__typename === 'Visit') return done()
    setRefusal((data && 'text' in data.answer ? data.answer.text : null) ?? t('common.lost'))
  }
  return (
    <fieldset className="step manners">
      <legend className="visually-hidden">{t('visit.manners')}</legend>
      {words(visitManners).map((word) => (
        <label key={word} className="row-flex">
          <input
            type="checkbox"
            checked={kept.includes(word)}
            onChange={({ target }) => setKept(target.checked ? [...kept, word] : kept.filter((one) => one !== word))}
          />
          {t(`label.visitManner.${word}`)}
        </label>
      ))}
      {refusal && (
        <p className="fault" role="alert">
          {refusal}
        </p>
      )}
      <div className="row-flex step-send">
        <button type="button" className="btn main" onClick={() => void save()}>
          {t('visit.keepCheck', { kept: kept.length })}
        </button>
      </div>
    </fieldset>
  )
}
