// The answers behind a number: single respondents of customers that the viewer may see.
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SurveyAnswersDocument, type SurveyAnswersVariables } from '../generated/satisfaction.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { useMe } from '../shell/me.ts'
import { longDay } from '../words/dates.ts'

interface AnswerListProps {
  title: string
  filter: SurveyAnswersVariables['filter']
  item: string | null
  product: string | null
  close: () => void
}

export function AnswerList({ title, filter, item, product, close }: AnswerListProps) {
  const { t } = useTranslation()
  const [after, setAfter] = useState<string | null>(null)
  const [{ data, error }, load] = useQuery({
    query: SurveyAnswersDocument,
    variables: { filter, item, product, after },
  })
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const page = data?.surveyResponses
  const mayTheme = useMe().actions.includes('theme.write')
  return (
    <section className="answers card wide-card" aria-label={title}>
      <div className="card-head">
        <h2 ref={head} tabIndex={-1}>
          {title}
        </h2>
        <span className="space" />
        <button type="button" className="l s" onClick={close}>
          {t('satisfaction.close')}
        </button>
      </div>
      {error && !data && <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Bones rows={4} />}
      {data && !page && <p className="m none">{t('satisfaction.notYours')}</p>}
      {page && page.nodes.length === 0 && <p className="m none">{t('satisfaction.noneSeen')}</p>}
      <ul>
        {page?.nodes.map(({ id, answeredAt, account, region, consumerType, sourceLabel, answers, followUps }) => {
          const mark = answers.find((one) => one.item?.code === item)?.number
          const texts = answers.flatMap(({ text }) => (text ? [text] : []))
          return (
            <li key={id}>
              <b className="mark">{mark == null ? '' : Number(mark)}</b>
              <div>
                {account ? (
                  <Link className="l" to="/accounts/$id" params={{ id: account.id }}>
                    {account.name}
                  </Link>
                ) : (
                  region?.name
                )}{' '}
                <span className="q s">
                  {t(`label.consumerType.${consumerType}`)} · {sourceLabel} · {longDay(answeredAt)}
                </span>
                <span className="row-flex s">
                  {followUps.map((one) => (
                    <Link
                      key={one.id}
                      to="/satisfaction/acting"
                      search={{ part: 'followUps', followUp: one.id }}
                      className={one.late ? 'l danger' : 'l'}
                    >
                      {one.stateLabel}
                    </Link>
                  ))}
                  {mayTheme && (
                    <Link
                      to="/satisfaction/acting"
                      search={{ part: 'themes', response: id, item: item ?? undefined }}
                      className="l"
                    >
                      {t('management.acting.makeTheme')}
                    </Link>
                  )}
                </span>
                {texts.map((text) => (
                  <p key={text} className="m" dir="auto">
                    {text}
                  </p>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      {page?.pageInfo.hasNextPage && (
        <button type="button" className="l" onClick={() => setAfter(page.pageInfo.endCursor)}>
          {t('satisfaction.older')}
        </button>
      )}
    </section>
  )
}
