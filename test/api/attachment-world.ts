/** A claim, people around it and the road of files; what the graph says of them. */
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'
import { ask, globalId, send } from '../graph.ts'
import { openRoad, type Road, type Sender } from './attachment-road.ts'

export interface FileAnswer {
  id: string
  name: string
  mediaType: string
  sha256: string
  previewUrl: string | null
  duplicateOf: string | null
  byName: string | null
  mayRemove: boolean
}

export interface FileWorld {
  test: TestEngine
  road: Road
  engineer: PersonViewer
  lead: PersonViewer
  /** Works for a region in which the claims are not. */
  stranger: PersonViewer
  contact: ContactViewer
  /** Registers a claim; its key. */
  claim(): Promise<string>
  filesOf(viewer: Sender, caseId: string): Promise<FileAnswer[]>
  linesOf(caseId: string): Promise<string[]>
  /** Sends a mutation on a file; the type of the answer. */
  write(viewer: Sender, mutation: string, input: Record<string, unknown>): Promise<string>
  close(): Promise<void>
}

export async function givenFiles(): Promise<FileWorld> {
  const test = await testEngine()
  const road = await openRoad(test)
  const db = test.database.app
  const { regions } = await givenReference(db)
  const engineer = await givenPerson(db, { name: 'Front Person', role: 'csEngineer' })
  const lead = await givenPerson(db, { name: 'Lead Person', role: 'csLead' })
  const stranger = await givenPerson(db, { name: 'Far Person', role: 'csEngineer', regionId: regions.eastAsia ?? '' })
  const account = await givenAccount(db, { name: 'Nordwind Tubes', regionId: regions.europe ?? '' })
  const claim = async () => {
    const input = {
      accountId: globalId('Account', account.id),
      whatHappened: 'Wavy edges',
      receivedAt: '2026-11-02T04:50:00Z',
    }
    const { claim } = await send(test.engine, engineer, 'registerClaim', input)
    return (
      Buffer.from(claim?.id ?? '', 'base64url')
        .toString()
        .split(':')[1] ?? ''
    )
  }
  const contact: ContactViewer = {
    kind: 'contact',
    id: account.contactId,
    name: 'Mx Sample',
    language: 'en',
    timeZone: 'UTC',
    accountId: account.id,
    caseId: await claim(),
  }
  return {
    test,
    road,
    engineer,
    lead,
    stranger,
    contact,
    claim,
    async filesOf(viewer, caseId) {
      const { claim } = await ask<{ claim: { attachments: { nodes: FileAnswer[] } } | null }>(
        test.engine,
        viewer,
        `query($id: ID!) { claim(id: $id) { attachments(first: 50) { nodes {
          id name mediaType sha256 previewUrl duplicateOf byName mayRemove } } } }`,
        { id: globalId('Claim', caseId) },
      )
      return claim?.attachments.nodes ?? []
    },
    async linesOf(caseId) {
      const { claim } = await ask<{
        claim: { history: { nodes: { kind: string; eventLabel: string; text: string }[] } }
      }>(
        test.engine,
        engineer,
        'query($id: ID!) { claim(id: $id) { history(first: 50) { nodes { kind eventLabel text revision attachmentId } } } }',
        { id: globalId('Claim', caseId) },
      )
      const lines = claim.history.nodes.filter(({ kind }) => kind === 'attachment')
      return lines.map(({ eventLabel, text }) => `${eventLabel}: ${text}`)
    },
    async write(viewer, mutation, input) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
      const { answer } = await ask<{ answer: { __typename: string } }>(
        test.engine,
        viewer,
        `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { __typename } }`,
        { input },
      )
      return answer.__typename
    },
    async close() {
      await road.close()
      await test.close()
    },
  }
}

export const bytesOf = (words: string) => new TextEncoder().encode(words)
