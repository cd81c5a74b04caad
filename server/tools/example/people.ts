// The people of the demo world who play the example, by what they do in it; all of them sign in with the demo's password.

export const password = process.env.CSG_PASSWORD || 'demo-world-only-1'

export const people = {
  frontOffice: 'ainur.anvil@works.example',
  lead: 'clara.caliper@works.example',
  secondLead: 'dauren.dowel@works.example',
  analyst: 'elena.etch@works.example',
  rollingMill: 'gulnar.gauge@works.example',
  laboratory: 'henrik.hopper@works.example',
  headOfQuality: 'indira.ingot@works.example',
  commercialDirector: 'jonas.jigsaw@works.example',
  finance: 'kamila.kiln@works.example',
  orderManagement: 'jonas.jigsaw@works.example',
} as const
export type Player = keyof typeof people
