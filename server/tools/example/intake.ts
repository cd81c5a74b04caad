// From the certificate to the start of the investigation: import, one line on the phone, the items, acknowledgement, screening.
import { takeStep } from './claim-step.ts'
import type { Player } from './people.ts'
import { Refusal, type Session } from './session.ts'

export type Sessions = Record<Player, Session>

export interface Piece {
  id: string
  number: string
  mass: string
}

export interface Certificate {
  id: string
  number: string
  productName: string
  heats: { id: string; number: string }[]
  pieces: { nodes: Piece[] }
}

export interface Customer {
  id: string
  name: string
  contacts: { id: string; name: string }[]
}

const DAY_MS = 86_400_000

/** An active customer with a contact. */
export async function chooseCustomer(session: Session): Promise<Customer> {
  const { accounts } = await session.ask<{ accounts: { nodes: Customer[] } }>(
    '{ accounts(first: 20, key: false, status: active) { nodes { id name contacts { id name } } } }',
  )
  const customer = accounts.nodes.find(({ contacts }) => contacts.length > 0)
  if (!customer) throw new Error('There is no active customer with a contact')
  return customer
}

export async function importCertificate(session: Session, accountId: string, file: Uint8Array) {
  return session.send<{ certificate: Certificate; known: boolean; piecesMade: number }>(
    'importCertificate',
    { accountId, base64: Buffer.from(file).toString('base64') },
    `... on CertificateImport { known piecesMade certificate {
      id number productName heats { id number } pieces(first: 100) { nodes { id number mass } } } }`,
  )
}

/** Logged while the customer is on the telephone: who it is and one line. Returns the claim's id. */
export async function register(session: Session, customer: Customer): Promise<string> {
  const { claim } = await session.send<{ claim: { id: string } }>(
    'registerClaim',
    {
      accountId: customer.id,
      contactId: customer.contacts[0]?.id,
      channel: 'phone',
      whatHappened: 'Tubes do not fit into the frame: corners too round',
      receivedAt: new Date().toISOString(),
    },
    '... on ClaimMoved { claim { id } }',
  )
  return claim.id
}

/** The claimed item: a piece of the certificate, else its heat, else the reason why it is not identified. */
export async function amend(session: Session, claimId: string, certificate: Certificate, piece: Piece | undefined) {
  const [heat] = certificate.heats
  const material = piece
    ? { pieceId: piece.id }
    : heat
      ? { heatId: heat.id }
      : { unidentifiedReason: `Certificate ${certificate.number} names no heat` }
  return takeStep(session, claimId, 'amend', 'amendClaim', {
    items: [{ ...material, defect: 'shape', claimedMass: piece?.mass ?? '0.358', note: certificate.productName }],
    stage: 'processing',
    remedySought: 'priceAllowance',
  })
}

/** Promises the first working day after a week from now: the calendar of the works refuses its days off. */
export async function acknowledge(session: Session, claimId: string) {
  for (let days = 7; ; days++) {
    const promisedAnswerAt = new Date(Date.now() + days * DAY_MS).toISOString()
    try {
      return await takeStep(session, claimId, 'acknowledge', 'acknowledgeClaim', { promisedAnswerAt })
    } catch (error) {
      const dayOff = error instanceof Refusal && error.fields.some(({ code }) => code === 'promisedOnDayOff')
      if (!dayOff || days > 21) throw error
    }
  }
}

export async function screen(session: Session, claimId: string, analyst: Session) {
  const { me } = await analyst.ask<{ me: { person: { id: string } } }>('{ me { person { id } } }')
  return takeStep(session, claimId, 'acceptForInvestigation', 'acceptClaimForInvestigation', {
    analystId: me.person.id,
    severity: 'major',
  })
}
