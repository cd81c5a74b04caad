// One follow-up: who is to be called until when and why, what was said and done, and the forms to go on with it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingForm } from '../administration/SettingForm.tsx'
import { textOf, wordOf } from '../administration/setting-field.ts'
import { useSetting } from '../administration/use-setting.ts'
import {
  AssignFollowUpDocument,
  CloseFollowUpDocument,
  type FollowUpRow,
  RecordFollowUpCallDocument,
} from '../generated/acting.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { longDayAndTime, shortDay } from '../words/dates.ts'

const outcomes = ['solved', 'promised', 'improvement', 'notReached', 'nothing'] as const
const forms = ['call', 'close', 'assign'] as const
type Form = (typeof forms)[number]

interface FollowUpCardProps {
  row: FollowUpRow
  /** Stands open from the beginning: it was led to. */
  opened: boolean
  changed: () => void
}

export function FollowUpCard({ row, opened, changed }: FollowUpCardProps) {
  const { t } = useTranslation()
  const me = useMe()
  const [form, setForm] = useState<Form | null>(opened && row.state !== 'closed' ? 'call' : null)
  const mayWork = me.actions.includes('followUp.work') && row.state !== 'closed'
  const texts = (row.response?.answers ?? []).flatMap(({ text }) => (text ? [text] : []))
  return (
    <article className={row.late ? 'follow-up is-late' : 'follow-up'} aria-label={row.account?.name ?? row.reasonLabel}>
      <div className="follow-up-head">
        <span className={row.reason === 'silence' ? 'mark-box q' : 'mark-box'}>
          {row.mark === null ? '–' : Number(row.mark)}
        </span>
        <div className="follow-up-who">
          {row.account ? (
            <Link to="/accounts/$id" params={{ id: row.account.id }} className="l md">
              <bdi>{row.account.name}</bdi>
            </Link>
          ) : (
            <span className="md">{t('acting.hiddenCustomer')}</span>
          )}
          <p className="s m">
            {row.reasonLabel}
            {row.item && ` · ${row.item.wording}`}
          </p>
        </div>
        <div className="follow-up-when s">
          <span className={row.late ? 'danger' : 'm'}>
            {row.late && <Icon name="warning" />} {row.stateLabel}
          </span>
          <span className="q">
            {row.calledAt
              ? t('acting.calledOn', { when: shortDay(row.calledAt) })
              : t('acting.dueAt', { when: longDayAndTime(new Date(row.dueAt)) })}
          </span>
          <span className="q">{row.owner?.name ?? t('acting.nobody')}</span>
        </div>
      </div>
      {texts.map((text) => (
        <blockquote key={text} dir="auto">
          {text}
        </blockquote>
      ))}
      {row.said && (
        <p className="s" dir="auto">
          <span className="q">{t('acting.said')}:</span> {row.said}
        </p>
      )}
      {row.done && (
        <p className="s" dir="auto">
          <span className="q">{row.outcomeLabel}:</span> {row.done}
        </p>
      )}
      {(mayWork || me.actions.includes('theme.write')) && (
        <div className="row-flex">
          {mayWork &&
            forms.map((one) => (
              <button
                key={one}
                type="button"
                className="btn"
                aria-expanded={form === one}
                onClick={() => setForm(form === one ? null : one)}
              >
                {t(`acting.do.${one}`)}
              </button>
            ))}
          {me.actions.includes('theme.write') && row.response && (
            <Link
              to="/satisfaction/acting"
              search={{ part: 'themes', response: row.response.id, item: row.item?.code }}
              className="l s"
            >
              {t('acting.makeTheme')}
            </Link>
          )}
        </div>
      )}
      {mayWork && form && (
        <FollowUpForm key={form} form={form} row={row} changed={changed} leave={() => setForm(null)} />
      )}
    </article>
  )
}

interface FollowUpFormProps {
  form: Form
  row: FollowUpRow
  changed: () => void
  leave: () => void
}

function FollowUpForm({ form, row: { id, revision }, changed, leave }: FollowUpFormProps) {
  const { t } = useTranslation()
  const send = useSetting()
  const done = () => {
    leave()
    changed()
  }
  const common = { label: t(`acting.do.${form}`), done, cancel: leave }
  switch (form) {
    case 'call':
      return (
        <SettingForm
          {...common}
          fields={[{ name: 'said', label: t('acting.said'), kind: 'text' }]}
          send={(values) => send(RecordFollowUpCallDocument, { id, revision, said: textOf(values, 'said') })}
        />
      )
    case 'close':
      return (
        <SettingForm
          {...common}
          fields={[
            {
              name: 'outcome',
              label: t('acting.outcome'),
              kind: 'choice',
              choices: outcomes.map((word) => ({ id: word, label: t(`label.followUpOutcome.${word}`) })),
            },
            { name: 'done', label: t('acting.done'), kind: 'text' },
          ]}
          send={(values) => {
            const outcome = wordOf(outcomes, values.outcome) ?? 'solved'
            return send(CloseFollowUpDocument, { id, revision, outcome, done: textOf(values, 'done') })
          }}
        />
      )
    case 'assign':
      return (
        <SettingForm
          {...common}
          fields={[{ name: 'ownerId', label: t('acting.owner'), kind: 'person' }]}
          send={(values) => send(AssignFollowUpDocument, { id, revision, ownerId: textOf(values, 'ownerId') })}
        />
      )
    default:
      return form satisfies never
  }
}
