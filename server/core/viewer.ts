// Who is asking: a signed-in person with granted roles, a customer's contact by signed link, or the product itself.
import type { SignInDuty } from '../../schema/sign-in-vocabulary.ts'
import type { Actor, GrantableRole, LabelLanguage, Office, Position } from '../../schema/vocabulary.ts'

/** One granted role; null limits nothing. */
export interface Grant {
  role: GrantableRole
  departmentId: string | null
  /** The office of that department: the laboratory may receive samples. */
  office: Office | null
  regionId: string | null
  accountId: string | null
}

export interface PersonViewer {
  kind: 'person'
  id: string
  name: string
  language: LabelLanguage
  timeZone: string
  grants: readonly Grant[]
  positions: readonly Position[]
  /** Accounts whose key-customer manager the person is. */
  managedAccountIds: readonly string[]
  /** May say when an event happened: given to imports by the operator, never through the API. */
  backDates: boolean
  /** What the session has to do before anything else; set at the door alone. */
  owes?: SignInDuty
}

export interface ContactViewer {
  kind: 'contact'
  id: string
  name: string
  language: LabelLanguage
  timeZone: string
  accountId: string
  /** The one case that the signed link opens. */
  caseId: string
}

export interface SystemViewer {
  kind: 'system'
  name: string
}

export type Viewer = PersonViewer | ContactViewer | SystemViewer

export const systemViewer: SystemViewer = { kind: 'system', name: 'system' }

/** The roles a viewer acts in, each once, in the order they were granted. */
export function actorsOf(viewer: Viewer): Actor[] {
  switch (viewer.kind) {
    case 'person':
      return [...new Set(viewer.grants.map((grant) => grant.role))]
    case 'contact':
      return ['customerContact']
    case 'system':
      return ['system']
    default:
      return viewer satisfies never
  }
}
