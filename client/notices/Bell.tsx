// The bell with the number of what is unread.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'

const mostShown = 99

export function Bell({ count, open }: { count: number; open: () => void }) {
  const { t } = useTranslation()
  const shown = count > mostShown ? `${mostShown}+` : String(count)
  return (
    <button type="button" className="entry bell" onClick={open}>
      <Icon name="bell" />
      <span>{t('together.notifications')}</span>
      {count > 0 && (
        <b className="badge">
          <span aria-hidden="true">{shown}</span>
          <span className="unseen">{t('together.unread', { count })}</span>
        </b>
      )}
    </button>
  )
}
