// The answer of a department: values, cause, words, what would prevent it; or one press that it is not theirs.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ArrivedFiles } from '../attachments/ArrivedFiles.tsx'
import { FileDrop } from '../attachments/FileDrop.tsx'
import { useWaitingFiles } from '../attachments/use-waiting-files.ts'
import { WaitingFileList } from '../attachments/WaitingFileList.tsx'
import type { FieldFault } from '../case/send-step.ts'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDevice } from '../device/device.ts'
import { useDraft } from '../device/use-draft.ts'
import type { BoardTask } from '../generated/board.ts'
import { ChoicesDocument } from '../generated/choices.ts'
import { Icon } from '../shell/Icon.tsx'
import { type MeasuredRow, ValueRows } from './ValueRows.tsx'

interface Answer {
  text: string
  causeCode: string
  proposedMeasure: string
  values: MeasuredRow[]
}

interface AnswerFormProps {
  task: BoardTask
  giveBack: () => void
  /** Whether it has arrived; else it waits on this device. */
  answered: (arrived: boolean) => void
}

const empty: Answer = { text: '', causeCode: '', proposedMeasure: '', values: [] }

export function AnswerForm({ task, giveBack, answered }: AnswerFormProps) {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const photos = useWaitingFiles({ caseId: task.case.id, taskId: task.id })
  const draftKey = `answer:${task.id}`
  const kept = useDraft<Answer>(draftKey, empty, task.revision)
  const answer = kept.value
  const [told, setTold] = useState<{ text: string; faults: readonly FieldFault[] } | null>(null)
  const [sending, setSending] = useState(false)
  const [{ data: choices }] = useQuery({ query: ChoicesDocument, requestPolicy: 'cache-first' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another answer
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(answer)])
  const may = (event: string) => task.actions.some((action) => action.event === event && action.ready)
  const change = (part: Partial<Answer>) => kept.change({ ...answer, ...part })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    if (answer.text.trim() === '') return setTold({ text: '', faults: [{ field: 'text', text: t('form.needed') }] })
    setSending(true)
    const outcome = await outbox.submit({
      key,
      kind: 'answer',
      label: `${task.number} ${answer.text}`,
      input: { ...inputOf(task, answer), ...(may('accept') && { accept: true }) },
      draft: { key: draftKey, body: answer },
      page: '/board',
    })
    setSending(false)
    if (outcome.kind === 'refused') return setTold(outcome)
    kept.clear()
    answered(outcome.kind === 'done')
  }
  const fault = (field: string) => told?.faults.find((one) => one.field === field)?.text
  return (
    <form className="answer" onSubmit={submit} noValidate>
      <ValueRows rows={answer.values} change={(values) => change({ values })} />
      <fieldset>
        <legend>{t('board.cause')}</legend>
        <div className="chips">
          {choices?.occurrenceCause.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              className="chip"
              aria-pressed={answer.causeCode === code}
              onClick={() => change({ causeCode: answer.causeCode === code ? '' : code })}
            >
              {answer.causeCode === code && <Icon name="check" />}
              {name}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={`text-${task.id}`}>{t('board.answer')}</label>
        <textarea
          id={`text-${task.id}`}
          className="input large"
          rows={3}
          dir="auto"
          value={answer.text}
          aria-invalid={fault('text') ? true : undefined}
          onChange={({ target }) => change({ text: target.value })}
        />
        {fault('text') && (
          <p className="fault" role="alert">
            <Icon name="warning" />
            {fault('text')}
          </p>
        )}
      </div>
      <FileDrop add={photos.add} label={t('files.photos')}>
        <ArrivedFiles files={task.attachments} />
        <WaitingFileList files={photos.files} />
      </FileDrop>
      <div className="field">
        <label htmlFor={`measure-${task.id}`}>
          {t('board.measure')} <span className="may">({t('form.may')})</span>
        </label>
        <input
          id={`measure-${task.id}`}
          className="input"
          dir="auto"
          value={answer.proposedMeasure}
          onChange={({ target }) => change({ proposedMeasure: target.value })}
        />
      </div>
      {told?.faults.every(({ field }) => field !== 'text') && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {[told.text, ...told.faults.map(({ text }) => text)].join(' ')}
        </p>
      )}
      <div className="answer-send">
        {may('return') && (
          <>
            <button type="button" className="btn big" onClick={giveBack}>
              <Icon name="back" turns />
              {t('board.notOurs')}
            </button>
            <span className="xs q">{t('board.notOursHint', { who: task.sender.name })}</span>
          </>
        )}
        <span className="space" />
        <DraftHint {...kept} />
        <button type="submit" className="btn big main" aria-disabled={sending || undefined}>
          {sending && <span className="spin" />}
          {sending ? t('common.sending') : t('board.send')}
        </button>
      </div>
    </form>
  )
}

function inputOf({ id, revision }: BoardTask, { text, causeCode, proposedMeasure, values }: Answer): object {
  const measured = values
    .filter(({ name, text }) => name.trim() !== '' && text.trim() !== '')
    .map(({ name, text, unit }) => ({ name, text, ...(unit && { unit }), ...numberIn(text) }))
  return {
    id,
    revision,
    text,
    ...(causeCode && { causeCode }),
    ...(proposedMeasure.trim() && { proposedMeasure }),
    ...(measured.length > 0 && { values: measured }),
  }
}

function numberIn(text: string): { number?: string } {
  const number = text.trim().replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,8})?$/.test(number) ? { number } : {}
}
