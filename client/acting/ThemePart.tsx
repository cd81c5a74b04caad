// Improvement themes: each with what it rests on and whether it helped, and a form for a new one.
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SettingForm } from '../administration/SettingForm.tsx'
import { optionOf, textOf } from '../administration/setting-field.ts'
import { useSetting } from '../administration/use-setting.ts'
import { OpenThemeDocument, ThemeChoicesDocument, ThemesDocument } from '../generated/themes.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { useMe } from '../shell/me.ts'
import { ThemeCard } from './ThemeCard.tsx'

export function ThemePart() {
  const { t } = useTranslation()
  const me = useMe()
  const { item, response, finding } = useSearch({ from: '/satisfaction/acting' })
  const [opening, setOpening] = useState(item !== undefined || response !== undefined)
  const [{ data, error }, load] = useQuery({ query: ThemesDocument, variables: {} })
  const [{ data: choices }] = useQuery({ query: ThemeChoicesDocument, variables: { filter: {} } })
  const again = () => load({ requestPolicy: 'network-only' })
  const named = useLocation({ select: ({ hash }) => hash })
  const loaded = data !== undefined
  useEffect(() => {
    const row = loaded && named ? document.getElementById(named) : null
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [named, loaded])
  if (error && !data) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={8} />
  if (!data.improvementThemes) return <NotFound />
  const figures = choices?.satisfaction?.figures ?? []
  const nameOf = (code: string | null) =>
    code === null ? t('acting.allIndicators') : (figures.find((one) => one.item === code)?.name ?? code)
  const waves = choices?.satisfaction?.waves ?? []
  return (
    <>
      {me.actions.includes('theme.write') && !opening && (
        <div className="row-flex acting-tools">
          <button type="button" className="btn main" onClick={() => setOpening(true)}>
            {t('acting.newTheme')}
          </button>
        </div>
      )}
      {opening && waves[0] && (
        <NewTheme
          wave={waves[0].waveId}
          rests={{ response, finding, item }}
          items={figures.flatMap((one) => (one.item ? [{ id: one.item, label: one.name ?? one.item }] : []))}
          regions={(choices?.regions ?? []).map(({ id, name }) => ({ id, label: name }))}
          done={(opened) => {
            setOpening(false)
            if (opened) again()
          }}
        />
      )}
      {data.improvementThemes.nodes.length === 0 && <p className="m none">{t('acting.noThemes')}</p>}
      <ul className="acting-list">
        {data.improvementThemes.nodes.map((row) => (
          <li key={row.id} id={row.id} tabIndex={-1}>
            <ThemeCard row={row} nameOf={nameOf} changed={again} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface NewThemeProps {
  wave: string
  rests: { response: string | undefined; finding: 'belowThreshold' | undefined; item: string | undefined }
  items: readonly { id: string; label: string }[]
  regions: readonly { id: string; label: string }[]
  done: (opened: boolean) => void
}

function NewTheme({ wave, rests: { response, finding, item }, items, regions, done }: NewThemeProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const send = useSetting()
  const region = useSearch({ from: '/satisfaction/acting' }).region
  const leave = (opened: boolean) => {
    void navigate({ to: '/satisfaction/acting', search: { part: 'themes' } })
    done(opened)
  }
  return (
    <section className="card acting-form" aria-label={t('acting.newTheme')}>
      <h2>{t('acting.newTheme')}</h2>
      {response && <p className="s m">{t('acting.restsOnAnswer')}</p>}
      <SettingForm
        label={t('acting.openTheme')}
        start={{ item: items.some(({ id }) => id === item) ? (item ?? '') : '', regionId: region ?? '' }}
        fields={[
          { name: 'title', label: t('acting.themeTitle'), kind: 'line' },
          {
            name: 'item',
            label: t('acting.indicator'),
            kind: 'choice',
            choices: items,
            optional: true,
            hint: t('acting.measured'),
          },
          { name: 'regionId', label: t('acting.region'), kind: 'choice', choices: regions, optional: true },
          { name: 'ownerId', label: t('acting.owner'), kind: 'person' },
          { name: 'dueOn', label: t('acting.dueOn'), kind: 'date' },
          { name: 'description', label: t('acting.description'), kind: 'text', optional: true },
        ]}
        send={(values) =>
          send(OpenThemeDocument, {
            waveId: wave,
            title: textOf(values, 'title'),
            description: optionOf(values, 'description'),
            item: optionOf(values, 'item'),
            regionId: optionOf(values, 'regionId'),
            ownerId: textOf(values, 'ownerId'),
            dueOn: textOf(values, 'dueOn'),
            responseIds: response ? [response] : null,
            findings: finding ? [{ kind: finding, item: item ?? null }] : null,
          })
        }
        done={() => leave(true)}
        cancel={() => leave(false)}
      />
    </section>
  )
}
