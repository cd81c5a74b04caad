// Holds the pages back until it is settled that what this device keeps is of the person who is signed in.
import { useEffect, useState } from 'react'
import { catchUp, useDevice } from './device.ts'
import { forgetOwner, isOwner, owner } from './owner.ts'

/** `settled`: the server has answered, or cannot be reached and the answer is the one kept of the owner. */
export function useOwnership(personId: string | null, settled: boolean): boolean {
  const device = useDevice()
  const [owned, setOwned] = useState(false)
  useEffect(() => {
    if (!settled || owned) return
    if (personId !== null && !isOwner(personId)) {
      void forgetOwner(personId).then(() => location.reload())
      return
    }
    setOwned(true)
    if (owner() !== null) void catchUp(device)
  }, [device, personId, settled, owned])
  return owned
}
