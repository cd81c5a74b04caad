// What the answers say, in sentences; each number leads to its answers.
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { Icon } from '../shell/Icon.tsx'
import { changeText, countText, markText } from './figure-text.ts'

type Analysis = NonNullable<SatisfactionData['satisfaction']>
type Finding = Analysis['findings'][number]

interface FindingsProps {
  analysis: Analysis
  open: (item: string | null) => void
}

export function Findings({ analysis, open }: FindingsProps) {
  const { t } = useTranslation()
  const nameOf = (item: string) =>
    analysis.figures.find((one) => one.item === item)?.name ??
    analysis.factors.find(({ factor }) => factor === item)?.name ??
    item
  const meanOf = (item: string) => markText(analysis.figures.find((one) => one.item === item)?.mean)
  const told = analysis.findings.filter(({ kind }) => kind !== 'belowThreshold')
  const below = analysis.findings.filter(({ kind }) => kind === 'belowThreshold')
  const rows = [...below, ...told]
  const link = (item: string, text: string) => (
    <button key={item} type="button" className="l" onClick={() => open(item)}>
      {text}
    </button>
  )
  const all = (text: string) => (
    <button type="button" className="l" onClick={() => open(null)}>
      {text}
    </button>
  )
  const sentence = ({ kind, items, value, threshold, good }: Finding): ReactNode => {
    const number = kind === 'generalLevel' || kind === 'belowThreshold' ? markText(value) : changeText(value)
    const about = items.map((item) => (kind === 'content' ? `${nameOf(item)} ${meanOf(item)}` : nameOf(item)))
    const key = kind === 'generalLevel' ? (good ? 'generalGood' : 'generalBad') : kind
    const [item] = items
    return (
      <Trans
        t={t}
        i18nKey={`satisfaction.finding.${key}`}
        values={{
          items: about.join(', '),
          number: kind === 'constantPriority' ? value : number,
          threshold: markText(threshold),
        }}
        components={{ a: kind === 'generalLevel' || !item ? all('') : link(item, '') }}
      />
    )
  }
  return (
    <section className="findings" aria-label={t('satisfaction.findings')}>
      <h2>{t('satisfaction.findings')}</h2>
      <ul>
        {rows.map((finding) => (
          <li key={`${finding.kind} ${finding.items.join()}`}>
            <span className={finding.good ? 'sign ok' : 'sign bad'}>
              <Icon name={finding.good ? 'check' : 'warning'} />
            </span>
            <p>
              {sentence(finding)} <span className="q nw">{countText(finding.n)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
