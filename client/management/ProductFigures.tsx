// The three parameters of quality management by product: conforming lots, satisfaction, cost against its target (QLT-03).
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type GaugeFacts, ProductFiguresDocument } from '../generated/products.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { decimal } from '../words/dates.ts'
import { Card, Count } from './Card.tsx'
import { CostForm } from './CostForm.tsx'
import { Table } from './FigureTable.tsx'

export function ProductFigures() {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [{ data }, load] = useQuery({ query: ProductFiguresDocument })
  const [setting, setSetting] = useState<string | null>(null)
  const products = data?.productScorecards ?? []
  const off = products.filter((one) => gaugesOf(one).some((gauge) => gauge?.level === 'red')).length
  const title = off > 0 ? t('products.finding', { count: off }) : t('products.good')
  const heads = ['product', 'tonnes', 'conforming', 'satisfaction', 'cost'].map((name) => t(`products.${name}`))
  const rows = products.map((one) => [
    ...[nameOf(one), one.tonnes],
    ...gaugesOf(one).map((gauge) => gauge && `${gauge.value} (${gauge.levelLabel})`),
  ])
  return (
    <Card
      title={products.length > 0 ? title : t('products.title')}
      measure={t('products.measure')}
      rows={[heads, ...rows]}
      wide
    >
      <Table heads={heads}>
        {products.map((one) => (
          <tr key={one.productId}>
            <th scope="row">
              <bdi>{nameOf(one)}</bdi>
            </th>
            <td className="r nw">{decimal(one.tonnes, 0)}</td>
            <td className="r">
              <Gauge gauge={one.conformity} unit=" %" places={1} /> <Count n={one.lots} />
            </td>
            <td className="r">
              <Gauge gauge={one.satisfaction} places={2} /> {one.answers > 0 && <Count n={one.answers} />}
            </td>
            <td className="r">
              <Gauge gauge={one.cost} places={1} />{' '}
              {one.costTarget !== null && (
                <span className="q s nw">{t('products.target', { target: one.costTarget })}</span>
              )}{' '}
              {actions.includes('productCost.write') && (
                <button
                  type="button"
                  className="l s"
                  aria-label={t('products.setFor', { product: nameOf(one) })}
                  aria-expanded={setting === one.productId}
                  onClick={() => setSetting(setting === one.productId ? null : one.productId)}
                >
                  {t('products.set')}
                </button>
              )}
              {setting === one.productId && (
                <CostForm
                  productId={one.productId}
                  start={{ index: String(one.cost?.value ?? ''), target: String(one.costTarget ?? 100) }}
                  done={() => {
                    setSetting(null)
                    load({ requestPolicy: 'network-only' })
                  }}
                />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}

interface Named {
  code: string
  name: string
  grade: string | null
}

function nameOf({ code, name, grade }: Named): string {
  return [code, name, grade].filter(Boolean).join(' ')
}

function gaugesOf(one: Record<'conformity' | 'satisfaction' | 'cost', GaugeFacts | null>): (GaugeFacts | null)[] {
  return [one.conformity, one.satisfaction, one.cost]
}

const signs = { green: 'check', amber: 'warning', red: 'cross' } as const

/** The level is told by sign and word, so that the colour need not be seen. */
function Gauge({ gauge, unit = '', places }: { gauge: GaugeFacts | null; unit?: string; places: number }) {
  if (!gauge) return <span className="q">–</span>
  return (
    <span className={`gauge ${gauge.level}`} title={gauge.levelLabel}>
      <Icon name={signs[gauge.level]} title={gauge.levelLabel} />
      <bdi dir="ltr">
        {decimal(String(gauge.value), places)}
        {unit}
      </bdi>
    </span>
  )
}
