// What stands in the place of a page that is empty, could not be loaded, or is still loading.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CombinedError } from 'urql'
import { Icon } from '../shell/Icon.tsx'

interface NoticeProps {
  title: ReactNode
  /** It stands in the place of the whole page. */
  page?: boolean
  children?: ReactNode
}

export function Notice({ title, page = false, children }: NoticeProps) {
  const Heading = page ? 'h1' : 'h2'
  return (
    <div className="box" role="status">
      <Heading className="row-flex">{title}</Heading>
      {children}
    </div>
  )
}

export function Failure({ error, retry }: { error: CombinedError; retry: () => void }) {
  const { t } = useTranslation()
  const offline = error.networkError !== undefined
  const reason = error.graphQLErrors[0]?.message ?? ''
  return (
    <Notice
      title={
        <>
          <Icon name="warning" />
          {t(offline ? 'state.offline' : 'state.error')}
        </>
      }
    >
      <p className="m">{offline ? t('state.offlineHint') : t('state.errorHint', { reason })}</p>
      <button type="button" className="btn" onClick={retry}>
        {t('state.tryAgain')}
      </button>
    </Notice>
  )
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Notice page title={t('state.notFound')}>
      <p className="m">{t('state.notFoundHint')}</p>
      <Link to="/" className="btn">
        {t('state.toWork')}
      </Link>
    </Notice>
  )
}

export function PageError({ reset }: { reset: () => void }) {
  const { t } = useTranslation()
  return (
    <Notice
      title={
        <>
          <Icon name="warning" />
          {t('state.error')}
        </>
      }
    >
      <p className="m">{t('state.errorHint', { reason: '' })}</p>
      <button type="button" className="btn" onClick={reset}>
        {t('state.tryAgain')}
      </button>
    </Notice>
  )
}

const widths = ['44%', '60%', '38%', '52%', '47%', '56%']

/** Bars in the places of the text. */
export function Bones({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')} style={{ padding: '20px 24px', display: 'grid', gap: 28 }}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <div key={index} className="bones" style={{ width: widths[index % widths.length] }} />
      ))}
    </div>
  )
}
