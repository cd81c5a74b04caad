// Asks for the name of a view.
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface ViewNameProps {
  name: string
  submit: (event: FormEvent<HTMLFormElement>) => void
}

export function ViewName({ name, submit }: ViewNameProps) {
  const { t } = useTranslation()
  return (
    <form onSubmit={submit}>
      <input
        className="input"
        name="name"
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        maxLength={60}
        defaultValue={name}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        dir="auto"
      />
      <button type="submit" className="btn main">
        {t('views.keep')}
      </button>
    </form>
  )
}
