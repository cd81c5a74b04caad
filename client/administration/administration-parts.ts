// The parts of administration, in the order of the page; their names live in the address.
export const administrationParts = [
  'people',
  'departments',
  'routing',
  'calendars',
  'deadlines',
  'approvals',
  'rates',
  'catalogues',
  'regions',
] as const
export type AdministrationPart = (typeof administrationParts)[number]
