// What this device keeps of its person: drafts, what waits to be sent, answers that were seen.
import type { Client } from '@urql/core'
import { createContext, useContext } from 'react'
import { photoSender } from '../attachments/photo-sender.ts'
import { createGraph } from '../graph/client.ts'
import { draftServer } from './draft-server.ts'
import { createDrafts, type Draft, type Drafts } from './drafts.ts'
import { keepAnswers } from './kept-answers.ts'
import { createOutbox, type Outbox, type Waiting } from './outbox.ts'
import { owner } from './owner.ts'
import { sendersOf } from './senders.ts'
import { serverNow } from './server-clock.ts'
import { openPersonDatabase, shelfOf } from './shelf.ts'

export interface Device {
  graph: Client
  drafts: Drafts
  outbox: Outbox
}

export async function openDevice(): Promise<Device> {
  const personId = owner()
  const database = personId === null ? null : await openPersonDatabase(personId)
  const now = () => serverNow().getTime()
  const graph = createGraph(keepAnswers(shelfOf(database, 'answers'), now))
  const drafts = await createDrafts({ shelf: shelfOf<Draft>(database, 'drafts'), server: draftServer(graph), now })
  const outbox = await createOutbox({
    shelf: shelfOf<Waiting>(database, 'outbox'),
    senders: sendersOf(graph, photoSender),
    now,
    alone: async (lane, run) => {
      await navigator.locks.request(`outbox ${lane}`, run)
    },
  })
  return { graph, drafts, outbox }
}

/** Sends what was written while the server was out of reach, or before the page was loaded anew. */
export async function catchUp({ drafts, outbox }: Device): Promise<void> {
  await outbox.flush()
  await drafts.flush()
}

export const DeviceContext = createContext<Device | null>(null)

export function useDevice(): Device {
  const device = useContext(DeviceContext)
  if (!device) throw new Error('The device is not open')
  return device
}
