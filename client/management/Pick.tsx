// A choice that narrows figures, or does not.
import { useTranslation } from 'react-i18next'

interface PickProps {
  label: string
  value: string | undefined
  choices: readonly (readonly [string, string])[]
  choose: (value: string | undefined) => void
  /** One of them is always chosen. */
  always?: boolean
}

export function Pick({ label, value, choices, choose, always = false }: PickProps) {
  const { t } = useTranslation()
  return (
    <label className="pick">
      <span className="unseen">{label}</span>
      <select value={value ?? ''} onChange={({ target }) => choose(target.value || undefined)}>
        {!always && (
          <option value="">
            {label}: {t('common.any')}
          </option>
        )}
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
