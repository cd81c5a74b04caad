// How far a role reaches, and the rows of roles that many actions share.
import type { Actor, Office } from '../../schema/vocabulary.ts'

export const reaches = {
  granted: 'Every row within the limits of the grant (region, account)',
  managed: 'Rows of the accounts that the person manages',
  department: "Rows of the grant's department: its tasks, the cases that have one, its settlement lines",
  laboratory: "As department, where the department's office is the laboratory",
  production: "As department, where the department's office is production",
  logistics: "As department, where the department's office is logistics",
  orderManagement: "As department, where the department's office is order management",
  linked: 'The one case that the signed link opens',
  self: 'The own person',
} as const
export type Reach = keyof typeof reaches
export type Row = Partial<Record<Actor, Reach>>

export const lead = { csLead: 'granted' } as const
export const analyst = { analyst: 'granted' } as const
export const management = { management: 'granted' } as const
export const administrator = { administrator: 'granted' } as const
export const system = { system: 'granted' } as const
export const front = { csEngineer: 'granted', ...lead, keyCustomerManager: 'managed' } as const
export const customer = { customerContact: 'linked' } as const
export const department = { departmentResponder: 'department', departmentHead: 'department' } as const
export const laboratory = { departmentResponder: 'laboratory', departmentHead: 'laboratory' } as const
export const production = { departmentResponder: 'production', departmentHead: 'production' } as const
export const logistics = { departmentResponder: 'logistics', departmentHead: 'logistics' } as const
export const orderManagement = { departmentResponder: 'orderManagement', departmentHead: 'orderManagement' } as const
export const groupAndManagement = { ...front, ...analyst, ...management } as const

export const anyone = {
  ...groupAndManagement,
  keyCustomerManager: 'granted',
  ...administrator,
  departmentResponder: 'granted',
  departmentHead: 'granted',
} as const

export const ownOrAdministrator = {
  csEngineer: 'self',
  csLead: 'self',
  analyst: 'self',
  departmentResponder: 'self',
  departmentHead: 'self',
  keyCustomerManager: 'self',
  management: 'self',
  ...administrator,
} as const

/** The reach for a grant whose department is of this office: an office's word holds for its departments, and for no other. */
export function reachWithin(reach: Reach | undefined, office: Office | null): Exclude<Reach, OfficeReach> | undefined {
  if (!isOfficeReach(reach)) return reach
  return reach === office ? 'department' : undefined
}

type OfficeReach = (typeof officeReaches)[number]
/** The reaches that are words of an office. */
export const officeReaches = ['laboratory', 'production', 'logistics', 'orderManagement'] as const satisfies Reach[]

function isOfficeReach(reach: Reach | undefined): reach is OfficeReach {
  return officeReaches.some((word) => word === reach)
}
