// What runs beside requests: due clocks are fired, letters handed to their transport, previews made, what is old forgotten.
import { join } from 'node:path'
import type { Logger } from 'pino'
import { letterMail, queueLetterMail } from './cases/letter-mail.ts'
import { forgetNotifications } from './cases/notifications.ts'
import { makePreview } from './cases/preview-commands.ts'
import { sweepAttachments } from './cases/sweep-commands.ts'
import type { UploadPlaces } from './cases/upload-commands.ts'
import type { Configuration } from './core/configuration.ts'
import { fireDue } from './core/deadline-poll.ts'
import type { Engine } from './core/engine.ts'
import { type Courier, deliverMail } from './core/mail-delivery.ts'
import { folderTransport, smtpTransport } from './core/mail-transport.ts'
import { forgetSignIns } from './core/sign-in-limiter.ts'
import { requeueStrayMail } from './core/stray-mail.ts'
import { forgetKeys } from './core/transaction.ts'
import { sendAlarm } from './effects.ts'
import { keepGratitudeCall } from './effects-gratitude.ts'
import { removeExports, writeExport } from './export-list.ts'
import { recordLoyaltyMoves } from './insights/loyalty-moves.ts'
import { forgetDrafts } from './organization/draft-commands.ts'
import { forgetViews } from './organization/view-commands.ts'
import { inviteAfterContact, inviteAfterTalk } from './satisfaction/after-contact-commands.ts'
import { followUpMail } from './satisfaction/follow-up-mail.ts'
import { tellOfFollowUps } from './satisfaction/follow-up-notices.ts'
import { tendInvitations } from './satisfaction/invitation-commands.ts'
import { invitationMail, reminderMail } from './satisfaction/invitation-mail.ts'
import { planByCadence } from './visits/cadence-commands.ts'
import { visitLetterParts } from './visits/visit-letter.ts'

const pollMs = 1_000
const forgetMs = 3_600_000
const noticeMs = 60_000
const strayMs = 300_000
const mailsAtOnce = 10
const forgetting = [forgetKeys, forgetSignIns, forgetDrafts, forgetNotifications, forgetViews]

export interface Daemons {
  /** Lets what is under way end. */
  stop(): Promise<void>
}

export async function startDaemons(
  engine: Engine,
  configuration: CourierSettings,
  places: UploadPlaces,
  logger: Pick<Logger, 'error'>,
): Promise<Daemons> {
  const courier = openCourier(configuration)
  await engine.jobs.work('letter', ({ letterId }) => queueLetterMail(engine, String(letterId)))
  await engine.jobs.work('mail', ({ mailId }) => deliverMail(engine, courier, String(mailId)), mailsAtOnce)
  await engine.jobs.work('survey', ({ caseId, talkId }) =>
    talkId ? inviteAfterTalk(engine, String(talkId)) : inviteAfterContact(engine, String(caseId)),
  )
  await engine.jobs.work('gratitude', ({ callId }) => keepGratitudeCall(engine, String(callId)))
  await engine.jobs.work('preview', ({ attachmentId }) => makePreview(engine, places.blobs, String(attachmentId)))
  await engine.jobs.work('export', ({ exportId }) => writeExport(engine, places.blobs, String(exportId)))
  const report = (error: Error) => logger.error({ err: error }, 'a deadline could not be fired and is put off')
  const loops = [
    repeat(pollMs, () => fireDue(engine, sendAlarm, { report }), logger),
    repeat(pollMs, () => tendInvitations(engine), logger),
    repeat(noticeMs, () => tellOfFollowUps(engine), logger),
    repeat(strayMs, () => requeueStrayMail(engine), logger),
    repeat(forgetMs, () => Promise.all(forgetting.map((forget) => forget(engine))), logger),
    repeat(forgetMs, () => planByCadence(engine), logger),
    repeat(forgetMs, () => sweepAttachments(engine, places), logger),
    repeat(forgetMs, () => removeExports(engine, places.blobs), logger),
    repeat(forgetMs, () => recordLoyaltyMoves(engine), logger),
  ]
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
      courier.transport.close()
    },
  }
}

type CourierSettings = Pick<Configuration, 'dataDirectory' | 'mail' | 'webhook' | 'authSecret' | 'publicUrl'>

/** How messages leave: over the SMTP server that is set, else into the outbox folder. */
export function openCourier(settings: CourierSettings): Courier {
  const { smtpUrl, from } = settings.mail
  return {
    transport: smtpUrl
      ? smtpTransport({ url: smtpUrl, from })
      : folderTransport(join(settings.dataDirectory, 'outbox'), from),
    webhook: settings.webhook,
    kinds: {
      letter: letterMail(settings, visitLetterParts(from)),
      invitation: invitationMail(settings),
      reminder: reminderMail(settings),
      notice: followUpMail(settings),
    },
  }
}

/** Runs at once, since a restart may have made things late, and again a while after each end; an error is logged and does not end it. */
function repeat(ms: number, run: () => Promise<unknown>, logger: Pick<Logger, 'error'>): Daemons {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let under: Promise<void>
  const next = () => {
    under = run()
      .catch((error: unknown) => logger.error({ err: error }, 'a daemon failed and goes on'))
      .then(() => {
        if (!stopped) timer = setTimeout(next, ms)
      })
  }
  next()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await under
    },
  }
}
