// What one wants to hear of and where; what is obligatory says so and stays.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation, useQuery } from 'urql'
import { ChooseNotificationDocument, NotificationChoicesDocument } from '../generated/notifications.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'

export function NotificationChoices() {
  const { t } = useTranslation()
  const [{ data, error }, load] = useQuery({ query: NotificationChoicesDocument })
  const [, choose] = useMutation(ChooseNotificationDocument)
  const [sending, setSending] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const again = () => load({ requestPolicy: 'network-only' })
  if (error && !data) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={6} />
  const choices = data.me.notificationChoices
  const kinds = Map.groupBy(choices, ({ kind }) => kind)
  const channels = [...new Map(choices.map(({ channel, channelLabel }) => [channel, channelLabel])).values()]
  const change = async (choice: (typeof choices)[number]) => {
    const { kind, channel, wanted } = choice
    setSending(nameOf(choice))
    const sent = await choose({ input: { kind, channel, wanted: !wanted }, key: crypto.randomUUID() })
    const answer = sent.data?.chooseNotification
    setFault(answer?.__typename === 'NotificationsWritten' ? null : (answer?.text ?? t('together.notKept')))
    again()
    setSending(null)
  }
  return (
    <>
      <table className="choices">
        <thead>
          <tr>
            <th scope="col">{t('together.kind')}</th>
            {channels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...kinds].map(([kind, row]) => (
            <tr key={kind}>
              <th scope="row">{row[0]?.kindLabel}</th>
              {row.map((choice) => (
                <td key={choice.channel}>
                  <label>
                    <span className="unseen">
                      {choice.kindLabel}, {choice.channelLabel}
                    </span>
                    <input
                      type="checkbox"
                      checked={sending === nameOf(choice) ? !choice.wanted : choice.wanted}
                      disabled={choice.obligatory}
                      onChange={() => void change(choice)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {choices.some(({ obligatory }) => obligatory) && <p className="s q">{t('together.obligatory')}</p>}
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </>
  )
}

function nameOf({ kind, channel }: { kind: string; channel: string }): string {
  return `${kind} ${channel}`
}
