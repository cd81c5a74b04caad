// Parts of something that is to be written whole, with how much of it is there.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'

interface PartListProps {
  percent: number
  wrong?: string | null
  parts: readonly { name: string; text: string | null }[]
}

export function PartList({ percent, wrong = null, parts }: PartListProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className="row-flex s completeness">
        <i>
          <i style={{ inlineSize: `${percent}%` }} />
        </i>
        <b className="b">{percent} %</b>
        {wrong && (
          <span className="warn row-flex">
            <Icon name="warning" />
            {wrong}
          </span>
        )}
      </p>
      <dl className="key-plan">
        {parts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{text ?? <span className="q">{t('accounts.missing')}</span>}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
