// What satisfaction goes with: its drivers, the works' own estimate, and the quality that was delivered.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SatisfactionExplainedDocument, type SatisfactionExplainedVariables } from '../generated/explained.ts'
import { Card } from '../management/Card.tsx'
import { Bones, Failure } from '../parts/Notices.tsx'
import { useMe } from '../shell/me.ts'
import { ByQuality } from './ByQuality.tsx'
import { DriverBars } from './DriverBars.tsx'
import type { Opened } from './opened.ts'
import { PerceptionDots } from './PerceptionDots.tsx'

interface ExplainedProps {
  filter: SatisfactionExplainedVariables['filter']
  open: (opened: Opened) => void
}

export function Explained({ filter, open }: ExplainedProps) {
  const { t } = useTranslation()
  const { roles, actions } = useMe()
  const figures = roles.some(({ role }) => role === 'management' || role === 'csLead')
  const [{ data, error }, load] = useQuery({ query: SatisfactionExplainedDocument, variables: { filter } })
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={8} />
  const { drivers = [], perception = [] } = data.satisfaction ?? {}
  return (
    <>
      <div className="cards">
        <DriverBars drivers={drivers} open={(item) => open({ item })} />
        {perception.length > 0 ? (
          <PerceptionDots rows={perception} open={(item) => open({ item })} />
        ) : (
          <Card title={t('explained.perception')} measure={t('explained.perceptionMeasure')} rows={[]} always>
            <p className="m none">{t('explained.staffNotAsked')}</p>
            {actions.includes('survey.run') && (
              <Link to="/surveys/plan" className="l">
                {t('explained.askStaff')}
              </Link>
            )}
          </Card>
        )}
      </div>
      {figures && (
        <ByQuality
          filter={filter}
          open={({ key, name }, by) => open({ item: null, name, [by === 'product' ? 'product' : 'region']: key })}
        />
      )}
    </>
  )
}
