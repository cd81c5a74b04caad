// Whom we serve and with what: segments by formal criteria, core competences, how contributions spread, and what is short.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SegmentsDocument, ShortageChoicesDocument } from '../generated/segments.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { useMe } from '../shell/me.ts'
import { civilDay, decimal } from '../words/dates.ts'
import { AccountTabs } from './AccountTabs.tsx'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import { ParetoGroups } from './ParetoGroups.tsx'
import '../case/case-parts.css'
import './accounts.css'
import './account.css'

const flags = ['longTerm', 'recognised', 'repeatable', 'specific', 'perceived'] as const

export function SegmentsPage() {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [{ data, error }, load] = useQuery({ query: SegmentsDocument })
  const mayWarn = actions.includes('shortage.warn')
  const [{ data: choices }] = useQuery({ query: ShortageChoicesDocument, pause: !mayWarn })
  useEffect(() => {
    document.title = t('segments.title')
  }, [t])
  const again = () => load({ requestPolicy: 'network-only' })
  if (error && !data) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={10} />
  const saved = actions.includes('segment.write') ? again : undefined
  const { segments, segmentCharacteristics, coreCompetences, accountPareto, needReview } = data
  const traits = segmentCharacteristics.map(({ id, name }) => ({ id, label: name }))
  const crowded = coreCompetences.some((one) => one.crowded)
  return (
    <div className="accounts account">
      <header>
        <AccountTabs />
        <h1>{t('segments.title')}</h1>
      </header>
      <div className="account-columns">
        <div className="account-main">
          <EntrySection
            title={t('segments.segments')}
            add={t('segments.addSegment')}
            empty={t('segments.noSegments')}
            entry="saveSegment"
            fixed={{}}
            start={{ target: 'true' }}
            options={{ characteristicIds: traits }}
            saved={saved}
            rows={segments.map((row) => ({
              id: row.id,
              what: row.name,
              about: [
                row.target && t('segments.target'),
                t('segments.accounts', { count: row.accounts }),
                row.characteristics.map(({ name }) => name).join(' + '),
                row.team,
                row.cost && `${decimal(row.cost, 0)} ${row.currency ?? ''}`,
                row.reviewOn && !row.reviewOverdue && t('segments.reviewOn', { day: civilDay(row.reviewOn) }),
              ],
              wrong:
                [
                  row.missing > 0 && t('segments.missing', { count: row.missing }),
                  row.reviewOverdue && t('segments.reviewOverdue'),
                ]
                  .filter(Boolean)
                  .join(' · ') || null,
              fixed: { segmentId: row.id },
              start: {
                ...entryStart('saveSegment', row),
                characteristicIds: row.characteristics.map(({ id }) => id).join('\n'),
              },
            }))}
          />
          <EntrySection
            title={t('segments.characteristics')}
            add={t('segments.addCharacteristic')}
            empty={t('segments.noCharacteristics')}
            entry="saveCharacteristic"
            fixed={{}}
            start={{ measurable: 'true', dependsOnSupplier: 'false' }}
            options={{ correlatedWithIds: traits }}
            saved={saved}
            rows={segmentCharacteristics.map((row) => ({
              id: row.id,
              what: row.name,
              about: [
                row.correlatedWith.length > 0 &&
                  t('segments.same', { names: row.correlatedWith.map(({ name }) => name).join(', ') }),
              ],
              wrong: row.dependsOnSupplier ? t('segments.depends') : row.measurable ? null : t('segments.ambiguous'),
              fixed: { characteristicId: row.id },
              start: {
                ...entryStart('saveCharacteristic', row),
                correlatedWithIds: row.correlatedWith.map(({ id }) => id).join('\n'),
              },
            }))}
          />
          <EntrySection
            title={t('segments.competences')}
            add={t('segments.addCompetence')}
            empty={t('segments.noCompetences')}
            entry="saveCompetence"
            fixed={{}}
            start={Object.fromEntries([...flags, 'active'].map((flag) => [flag, 'false']))}
            saved={saved}
            rows={coreCompetences.map((row) => ({
              id: row.id,
              what: row.wording,
              about: [row.active ? t('segments.active') : t('segments.inactive')],
              wrong: row.score < 5 ? t('segments.score', { score: row.score }) : null,
              fixed: { competenceId: row.id },
              start: entryStart('saveCompetence', row),
            }))}
          >
            {crowded && <p className="s warn">{t('segments.crowded')}</p>}
          </EntrySection>
        </div>
        <aside className="account-side">
          {accountPareto && <ParetoGroups pareto={accountPareto} />}
          {mayWarn && (
            <EntrySection
              title={t('segments.shortage')}
              add={t('segments.warn')}
              empty={t('segments.shortageHint')}
              entry="warnOfShortage"
              fixed={{}}
              options={{
                productId: choices?.products?.nodes.map(({ id, code, name }) => ({ id, label: `${code} ${name}` })),
              }}
              saved={again}
            />
          )}
          {needReview && (
            <section className="entries">
              <h2>{t('segments.review')}</h2>
              <p className="s m">
                {t('segments.reviewSum', { needs: needReview.needs, without: needReview.withoutBudget })}
                {needReview.special.length > 0 && ` ${t('segments.reviewSpecial')}`}
              </p>
              <ul>
                {needReview.special.map((one) => (
                  <li key={one.id} className="s">
                    <bdi className="md">{one.product}</bdi>{' '}
                    <span className="q">
                      {[one.grade, one.budget && `${decimal(one.budget, 0)} ${one.currency ?? ''}`]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </div>
  )
}
