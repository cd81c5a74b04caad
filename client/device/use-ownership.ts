// Holds the pages back until it is settled that what this device keeps is of the person who is signed in; then sends what waits.
import { useEffect, useState } from 'react'
import { useSession } from '../graph/session.ts'
import { useReached } from './connection.ts'
import { catchUp, useDevice } from './device.ts'
import { forgetOwner, isOwner } from './owner.ts'

/** `settled`: the server has answered, or cannot be reached and the answer is the one kept of the owner. */
export function useOwnership(personId: string | null, settled: boolean): boolean {
  const device = useDevice()
  const session = useSession()
  const reached = useReached()
  const [owned, setOwned] = useState(false)
  useEffect(() => {
    if (!settled || owned) return
    if (personId === null || isOwner(personId)) setOwned(true)
    else void forgetOwner(personId).then(() => location.reload())
  }, [personId, settled, owned])
  useEffect(() => {
    if (owned && reached && session === 'in') void catchUp(device)
  }, [device, owned, reached, session])
  return owned
}
