// Who looks at the pages, for every part that needs to know.
import { createContext, useContext } from 'react'
import type { MeData } from '../generated/shell.ts'

export interface Me {
  name: string
  personId: string | null
  actions: readonly string[]
  roles: MeData['me']['roles']
  departments: { id: string; name: string }[]
  /** Working minutes of one day of the plant. */
  dayMinutes: number
}

export function meOf({ me, calendars }: MeData): Me {
  const departments = me.grants.flatMap(({ department }) => department ?? [])
  return {
    name: me.name,
    personId: me.person?.id ?? null,
    actions: me.actions,
    roles: me.roles,
    departments,
    dayMinutes: calendars[0]?.minutesPerDay ?? 480,
  }
}

export const MeContext = createContext<Me | null>(null)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('Nobody is signed in')
  return me
}
