// Log a claim while the caller speaks: the customer and one line are enough, everything else can wait.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FileDrop } from '../attachments/FileDrop.tsx'
import { useWaitingFiles } from '../attachments/use-waiting-files.ts'
import { WaitingFileList } from '../attachments/WaitingFileList.tsx'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDevice } from '../device/device.ts'
import type { Fault } from '../device/outbox.ts'
import { useDraft } from '../device/use-draft.ts'
import { CallerDocument } from '../generated/log.ts'
import { Icon } from '../shell/Icon.tsx'
import type { IconName } from '../shell/icon-paths.ts'
import { useKey } from '../shell/keys.ts'
import { Asked } from './Asked.tsx'
import { emptyDraft, type LogDraft, looseRef, registerInput, withPieces } from './log-draft.ts'
import { Material } from './Material.tsx'
import { SimilarClaims } from './SimilarClaims.tsx'
import { useCertificate } from './use-certificate.ts'
import { useThrown } from './use-thrown.tsx'
import { Who } from './Who.tsx'
import './log.css'

const name = 'log'
const channels = { phone: 'phone', email: 'letter', message: 'speech', visit: 'visit' } as const satisfies Record<
  string,
  IconName
>

export function LogClaimPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { outbox } = useDevice()
  const [fresh, setFresh] = useState(() => emptyDraft(looseRef(outbox.list())))
  const kept = useDraft<LogDraft>(name, fresh)
  const draft = kept.value
  const thrown = useThrown((draft) => {
    setFresh(emptyDraft(draft.ref))
    kept.change(draft)
  })
  const [told, setTold] = useState<Fault | null>(null)
  const [fetching, setFetching] = useState(false)
  const [{ data: caller }] = useQuery({
    query: CallerDocument,
    variables: { id: draft.accountId },
    pause: draft.accountId === '',
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another claim
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(draft)])
  useEffect(() => {
    document.title = t('nav.logClaim')
  }, [t])
  const known = draft.accountId !== ''
  // The caller speaks already: write at once. A keyboard on glass would hide half of the page, so there nothing is done.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) document.getElementById(known ? 'what-happened' : 'caller')?.focus()
  }, [known])
  const photos = useWaitingFiles({ caseId: null, after: draft.ref })
  const change = (part: Partial<LogDraft>) => kept.change({ ...draft, ...part })
  const certificate = useCertificate(draft.accountId, (pieces) => change({ pieces: withPieces(draft.pieces, pieces) }))
  const addFiles = (files: Iterable<File>) => {
    const all = [...files]
    photos.add(all)
    certificate.read(all)
  }
  const save = async () => {
    if (fetching) return
    const missing = [
      ...(draft.accountId ? [] : [{ field: 'accountId', text: t('form.needed') }]),
      ...(draft.whatHappened.trim() ? [] : [{ field: 'whatHappened', text: t('form.needed') }]),
    ]
    if (missing.length > 0) return setTold({ text: '', faults: missing })
    setFetching(true)
    const outcome = await outbox.submit({
      key,
      kind: 'claim',
      label: draft.whatHappened,
      input: registerInput(draft),
      ref: draft.ref,
      draft: { key: name, body: draft },
      page: '/log',
    })
    setFetching(false)
    if (outcome.kind === 'refused') return setTold(outcome)
    startAnew()
    if (outcome.kind === 'lost') return void navigate({ to: '/waiting' })
    const number = outcome.sent?.number
    return void (number ? navigate({ to: '/cases/$number', params: { number } }) : navigate({ to: '/' }))
  }
  useKey('ctrl+enter', () => void save())
  const startAnew = () => {
    kept.clear()
    setFresh(emptyDraft())
    setTold(null)
  }
  const discard = () => {
    if (JSON.stringify(draft) !== JSON.stringify(fresh) || photos.files.length > 0) thrown.throwAway(draft)
    startAnew()
  }
  const account = draft.accountId && caller?.node?.__typename === 'Account' ? caller.node : null
  const fault = (field: string) => told?.faults.find((one) => one.field === field)?.text
  const elsewhere = told?.faults.filter(({ field }) => field !== 'accountId' && field !== 'whatHappened') ?? []
  return (
    <div className="log">
      <div className="log-form">
        <header className="log-head">
          <div>
            <h1>{t('nav.logClaim')}</h1>
            <p className="m s">{t('log.hint')}</p>
          </div>
          <span className="space" />
          <fieldset className="how" aria-label={t('log.how')}>
            {(Object.keys(channels) as (keyof typeof channels)[]).map((channel) => (
              <button
                key={channel}
                type="button"
                aria-pressed={draft.channel === channel}
                onClick={() => change({ channel })}
              >
                <Icon name={channels[channel]} />
                {t(`log.${channel}`)}
              </button>
            ))}
          </fieldset>
        </header>
        <Who
          draft={draft}
          change={change}
          account={account}
          openClaims={caller?.claims.nodes.length ?? 0}
          fault={fault('accountId')}
        />
        <section className="part">
          <div className="part-name">
            <label htmlFor="what-happened">{t('log.what')}</label>
            <span className="xs q">{t('log.needed')}</span>
          </div>
          <div className="field">
            <textarea
              className="input tall"
              id="what-happened"
              dir="auto"
              rows={2}
              placeholder={t('log.whatHint')}
              value={draft.whatHappened}
              aria-invalid={fault('whatHappened') ? true : undefined}
              onChange={({ target }) => change({ whatHappened: target.value })}
              onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && void save()}
            />
            {fault('whatHappened') && (
              <p className="fault" role="alert">
                <Icon name="warning" />
                {fault('whatHappened')}
              </p>
            )}
          </div>
        </section>
        <Material draft={draft} change={change} />
        <section className="part">
          <div className="part-name">
            <b className="b file-part">{t('files.photos')}</b>
            <span className="xs q">{t('log.canWait')}</span>
          </div>
          <FileDrop add={addFiles} label={t('files.photos')}>
            <WaitingFileList files={photos.files} />
            {certificate.told && (
              <p className="s m" role="status">
                {certificate.told}
              </p>
            )}
          </FileDrop>
        </section>
        {told && (told.text || elsewhere.length > 0) && (
          <p className="fault" role="alert">
            <Icon name="warning" />
            {[told.text, ...elsewhere.map(({ text }) => text)].join(' ')}
          </p>
        )}
        <footer className="log-save">
          <DraftHint {...kept} />
          <span className="space" />
          <button type="button" className="btn ghost" onClick={discard}>
            {t('log.discard')}
          </button>
          <button type="button" className="btn main" aria-disabled={fetching || undefined} onClick={() => void save()}>
            {fetching ? t('common.sending') : t('log.save')} <kbd className="wide">Ctrl ↵</kbd>
          </button>
        </footer>
      </div>
      {thrown.toast}
      <aside className="log-side">
        <SimilarClaims draft={draft} ofCustomer={account ? (caller?.claims.nodes ?? []) : []} />
        <Asked draft={draft} change={change} />
      </aside>
    </div>
  )
}
