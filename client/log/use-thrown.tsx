// A draft that was thrown away: it can be taken back for some seconds, then the photos taken for it go too.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDevice } from '../device/device.ts'
import { Undo } from '../parts/Undo.tsx'
import type { LogDraft } from './log-draft.ts'

/** `write` takes the draft up again. */
export function useThrown(write: (draft: LogDraft) => void) {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const [thrown, setThrown] = useState<LogDraft | null>(null)
  const going = useRef<string | null>(null)
  const throwPhotos = () => {
    const ref = going.current
    going.current = null
    if (ref === null) return
    const photos = outbox.list().filter(({ after }) => after === ref)
    void outbox.discard(photos.map(({ key }) => key))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page goes, and then alone
  useEffect(() => throwPhotos, [])
  const throwAway = (draft: LogDraft) => {
    throwPhotos()
    going.current = draft.ref
    setThrown(draft)
  }
  const toast = thrown && (
    <Undo
      text={t('log.discarded')}
      undo={async () => {
        going.current = null
        write(thrown)
      }}
      done={() => {
        throwPhotos()
        setThrown(null)
      }}
    />
  )
  return { throwAway, toast }
}
