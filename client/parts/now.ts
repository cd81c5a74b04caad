// The present by the server's clock, anew each minute.
import { useEffect, useState } from 'react'
import { serverNow } from '../device/server-clock.ts'

export function useNow(everyMilliseconds = 60_000): Date {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMilliseconds)
    return () => clearInterval(timer)
  }, [everyMilliseconds])
  return now
}
