// What is done about a finding: the themes that are open on its indicators, or a way to open one.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { useMe } from '../shell/me.ts'

type Theme = NonNullable<SatisfactionData['improvementThemes']>['nodes'][number]

interface FindingThemesProps {
  kind: NonNullable<SatisfactionData['satisfaction']>['findings'][number]['kind']
  items: readonly string[]
  themes: readonly Theme[]
}

export function FindingThemes({ kind, items, themes }: FindingThemesProps) {
  const { t } = useTranslation()
  const mayTheme = useMe().actions.includes('theme.write')
  const open = themes.filter(({ item }) => item !== null && items.includes(item))
  const [without] = items.filter((item) => !open.some((theme) => theme.item === item))
  return (
    <>
      {open.map(({ id, title, stateLabel }) => (
        <Link key={id} to="/satisfaction/acting" search={{ part: 'themes' }} hash={id} className="l s finding-theme">
          {t('satisfaction.theme')}: <bdi>{title}</bdi> · {stateLabel}
        </Link>
      ))}
      {mayTheme && without && (
        <Link
          to="/satisfaction/acting"
          search={{ part: 'themes', item: without, ...(kind === 'belowThreshold' && { finding: kind }) }}
          className="l s finding-theme"
        >
          {t('management.acting.makeTheme')}
        </Link>
      )}
    </>
  )
}
