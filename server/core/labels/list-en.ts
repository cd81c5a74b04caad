// English labels of lists and exports.
import type { Labels, listLists } from './word-lists.ts'

export const listLabels: Labels<typeof listLists> = {
  listPage: {
    work: 'My work',
    claims: 'Claims',
    board: 'Department board',
    accounts: 'Customers',
  },
  exportColumn: {
    kind: 'Kind',
    number: 'Number',
    title: 'Subject',
    account: 'Customer',
    accountNumber: 'Customer number',
    key: 'Key customer',
    critical: 'Critical',
    state: 'State',
    severity: 'Severity',
    clock: 'Clock',
    dueAt: 'Due',
    askedBy: 'Asked by',
    amount: 'Proposed amount',
    currency: 'Currency',
    region: 'Region',
    consumer: 'Segment',
    country: 'Country',
    manager: 'Manager',
    status: 'Status',
    task: 'Task',
    yes: 'Yes',
    no: 'No',
  },
  exportFault: {
    tooManyRows: 'The view has more than 100,000 rows: narrow it and export again',
    notAllowed: 'You may not read this list any more',
    lost: 'Something failed on our side: export again',
  },
}
