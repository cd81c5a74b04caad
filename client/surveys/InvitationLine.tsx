// One invitation in the list: who, how it is reached, and what became of it.
import { useTranslation } from 'react-i18next'
import type { InvitationRow } from '../generated/surveys.ts'
import { Icon } from '../shell/Icon.tsx'
import { languageName, shortDay } from '../words/dates.ts'

export function InvitationLine({ row, open }: { row: InvitationRow; open: () => void }) {
  const { t } = useTranslation()
  const { account, contact, channelLabel, language, state, stateLabel, messages, reminders } = row
  const dead = messages.find((message) => message.state === 'dead')
  const when = row.answeredAt ?? row.openedAt ?? row.sentAt
  return (
    <button type="button" className="invitation-line" onClick={open}>
      <span className="ell">
        <bdi className="md">{contact.name}</bdi> <bdi className="q s">{account.name}</bdi>
      </span>
      <span className="s m ell">
        {channelLabel}, {languageName(language)}
      </span>
      <span className={state === 'undeliverable' || dead ? 's danger row-flex' : 's row-flex'}>
        {state === 'answered' && <Icon name="check" />}
        {(state === 'undeliverable' || dead) && <Icon name="warning" />}
        {dead && state !== 'undeliverable' ? dead.stateLabel : stateLabel}
        {reminders > 0 && <span className="q xs">{t('surveys.remindedTimes', { count: reminders })}</span>}
      </span>
      <span className="s q nw r">{when ? shortDay(when) : ''}</span>
    </button>
  )
}
