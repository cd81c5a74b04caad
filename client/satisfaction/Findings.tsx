// What the answers say, in sentences; each number leads to its answers.
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { SatisfactionData } from '../generated/satisfaction.ts'
import { Icon } from '../shell/Icon.tsx'
import { FindingThemes } from './FindingThemes.tsx'
import { changeText, countText, markText } from './figure-text.ts'

type Analysis = NonNullable<SatisfactionData['satisfaction']>
type Finding = Analysis['findings'][number]
/** Findings of one kind: one sentence. */
type Row = readonly [Finding, ...Finding[]]

/** Kinds whose sentence names each item with its number. */
const LISTED: ReadonlySet<Finding['kind']> = new Set(['belowThreshold', 'content', 'endUsersLower', 'wholesalersLower'])

interface FindingsProps {
  themes: Parameters<typeof FindingThemes>[0]['themes']
  analysis: Analysis
  open: (item: string | null) => void
}

export function Findings({ analysis, themes, open }: FindingsProps) {
  const { t } = useTranslation()
  const nameOf = (item: string) =>
    analysis.figures.find((one) => one.item === item)?.name ??
    analysis.factors.find(({ factor }) => factor === item)?.name ??
    item
  const meanOf = (item: string) => markText(analysis.figures.find((one) => one.item === item)?.mean)
  const link = (item: string | null, text = '') => (
    <button key={item} type="button" className="l" onClick={() => open(item)}>
      {text}
    </button>
  )
  const sentence = ([first, ...more]: Row): ReactNode => {
    const { kind, items, value, threshold, good } = first
    if (LISTED.has(kind)) {
      const listed = [first, ...more].flatMap((finding) =>
        finding.items.map((item) =>
          link(item, `${nameOf(item)} ${kind.endsWith('Lower') ? changeText(finding.value) : meanOf(item)}`),
        ),
      )
      const parted = listed.map((one, at) => (at === 0 ? one : [', ', one]))
      return (
        <Trans
          t={t}
          i18nKey={`satisfaction.finding.${kind}`}
          values={{ threshold: markText(threshold) }}
          components={{ a: <Listed links={parted} /> }}
        />
      )
    }
    const general = good ? (items.length > 0 ? 'generalGood' : 'generalWhole') : 'generalBad'
    const key = kind === 'generalLevel' ? general : kind
    const number = kind === 'generalLevel' ? markText(value) : kind === 'constantPriority' ? value : changeText(value)
    return (
      <Trans
        t={t}
        i18nKey={`satisfaction.finding.${key}`}
        values={{ items: items.map(nameOf).join(', '), number, threshold: markText(threshold) }}
        components={{ a: link(null) }}
      />
    )
  }
  return (
    <section className="findings" aria-label={t('satisfaction.findings')}>
      <h2>{t('satisfaction.findings')}</h2>
      <ul>
        {rowsOf(analysis.findings).map((row) => (
          <li key={row[0].kind}>
            <span className={row[0].good ? 'sign ok' : 'sign bad'}>
              <Icon name={row[0].good ? 'check' : 'warning'} />
            </span>
            <p>
              {sentence(row)} <span className="q nw">{countText(row[0].n)}</span>
              {!row[0].good && (
                <FindingThemes kind={row[0].kind} items={row.flatMap(({ items }) => items)} themes={themes} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is below its threshold comes first; then as the rules tell them. */
function rowsOf(findings: readonly Finding[]): Row[] {
  const rows = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const row = rows.get(finding.kind)
    if (row) row.push(finding)
    else rows.set(finding.kind, [finding])
  }
  const first = rows.get('belowThreshold')
  return [...(first ? [first] : []), ...[...rows.values()].filter((row) => row !== first)]
}

/** The children of a placeholder in a sentence would be replaced by the words of the translation. */
function Listed({ links }: { links: ReactNode[] }) {
  return <>{links}</>
}
