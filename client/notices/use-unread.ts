// How many notifications are unread, kept current by what happens.
import { useQuery } from 'urql'
import { UnreadDocument } from '../generated/notifications.ts'
import { useWorkLive } from '../graph/work-live.ts'

export interface Unread {
  count: number
  refresh: () => void
}

export function useUnread(): Unread {
  const [{ data }, load] = useQuery({ query: UnreadDocument })
  const refresh = () => load({ requestPolicy: 'network-only' })
  useWorkLive((change) => !change?.present && refresh())
  return { count: data?.me.unreadNotifications ?? 0, refresh }
}
