// One improvement theme: what is to become better, what it rests on, its effect from wave to wave, and how far it is.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingForm } from '../administration/SettingForm.tsx'
import { optionOf, wordOf } from '../administration/setting-field.ts'
import { useSetting } from '../administration/use-setting.ts'
import { MoveThemeDocument, type ThemeRow } from '../generated/themes.ts'
import { changeText, countText, markText } from '../satisfaction/figure-text.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { shortCivilDay } from '../words/dates.ts'

const states = ['underway', 'done', 'dropped'] as const

interface ThemeCardProps {
  row: ThemeRow
  nameOf: (item: string | null) => string
  changed: () => void
}

export function ThemeCard({ row, nameOf, changed }: ThemeCardProps) {
  const { t } = useTranslation()
  const me = useMe()
  const send = useSetting()
  const [moving, setMoving] = useState(false)
  const ended = row.state === 'done' || row.state === 'dropped'
  const answers = row.sources.flatMap(({ response }) => (response ? [response] : []))
  const where = [nameOf(row.item), row.region?.name, row.consumerType && t(`label.consumerType.${row.consumerType}`)]
  return (
    <article className="theme-card" aria-label={row.title}>
      <div className="follow-up-head">
        <div className="follow-up-who">
          <h2 dir="auto">{row.title}</h2>
          <p className="s m">{where.filter(Boolean).join(' · ')}</p>
        </div>
        <div className="follow-up-when s">
          <span className={row.overdue ? 'danger' : 'm'}>
            {row.overdue && <Icon name="warning" />} {row.stateLabel}
          </span>
          <span className="q">{t('acting.until', { when: shortCivilDay(row.dueOn) })}</span>
          <span className="q">{row.owner?.name}</span>
        </div>
      </div>
      {row.description && (
        <p className="m" dir="auto">
          {row.description}
        </p>
      )}
      <Effect effect={row.effect} />
      <p className="s m">
        {t('acting.restsOn')}{' '}
        {[
          ...row.sources.flatMap(({ findingLabel, item }) =>
            findingLabel ? [`${findingLabel}${item ? ` (${nameOf(item)})` : ''}`] : [],
          ),
          ...(answers.length > 0 ? [t('acting.answers', { count: answers.length })] : []),
        ].join(', ')}{' '}
        {answers.map(
          ({ id, account }) =>
            account && (
              <Link key={id} to="/accounts/$id" params={{ id: account.id }} className="l source">
                <bdi>{account.name}</bdi>
              </Link>
            ),
        )}
      </p>
      {row.done && (
        <p className="s" dir="auto">
          <span className="q">{t('acting.done')}:</span> {row.done}
        </p>
      )}
      {me.actions.includes('theme.write') && !ended && (
        <div className="row-flex">
          <button type="button" className="btn" aria-expanded={moving} onClick={() => setMoving(!moving)}>
            {t('acting.move')}
          </button>
        </div>
      )}
      {moving && !ended && (
        <SettingForm
          label={t('acting.move')}
          fields={[
            {
              name: 'state',
              label: t('acting.state'),
              kind: 'choice',
              choices: states.map((word) => ({ id: word, label: t(`label.themeState.${word}`) })),
            },
            { name: 'done', label: t('acting.done'), kind: 'text', optional: true },
          ]}
          send={(values) =>
            send(MoveThemeDocument, {
              id: row.id,
              revision: row.revision,
              state: wordOf(states, values.state) ?? 'underway',
              done: optionOf(values, 'done'),
            })
          }
          done={() => {
            setMoving(false)
            changed()
          }}
          cancel={() => setMoving(false)}
        />
      )}
    </article>
  )
}

function Effect({ effect }: { effect: ThemeRow['effect'] }) {
  const { t } = useTranslation()
  if (!effect?.before) return null
  const { before, after, change, p, significant } = effect
  const text = (side: NonNullable<typeof before>) =>
    side.hidden
      ? t('acting.tooFew')
      : `${markText(side.mean)}${side.interval ? ` (${markText(side.interval.low)} – ${markText(side.interval.high)})` : ''}`
  return (
    <dl className="effect">
      <div>
        <dt className="s q">{before.wave}</dt>
        <dd>
          {text(before)} <span className="q s nw">{countText(before.n)}</span>
        </dd>
      </div>
      <div>
        <dt className="s q">{after?.wave ?? t('acting.nextWave')}</dt>
        <dd>
          {after ? (
            <>
              {text(after)} <span className="q s nw">{countText(after.n)}</span>
            </>
          ) : (
            <span className="q">{t('acting.notYet')}</span>
          )}
        </dd>
      </div>
      {change != null && (
        <div>
          <dt className="s q">{t('acting.effect')}</dt>
          <dd>
            <b>{changeText(change)}</b>{' '}
            <span className="s m">
              {significant === null
                ? t('acting.untested')
                : t(significant ? 'acting.sure' : 'acting.unsure', { p: markText(p) })}
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}
