// What the events of the claim from the proposal on, and of waiting and the 8D, can lack, as a person reads it.
import { expect, test } from 'vitest'
import { daysLater, monday } from './claim-world.ts'
import { type MissingRow, missingOf } from './missing-rendered.ts'

const waiting = { waiting: { for: 'customer' as const, since: monday } }
const item = { id: 'item-1', position: 1, identified: true, defect: 'crack', claimedMass: '10.000' }
const secondItem = { ...item, id: 'item-2', position: 2, claimedMass: '5.000' }
const line = { itemId: 'item-1', kind: 'priceAllowance' as const, mass: '10.000', amount: '900', currency: 'USD' }

const rows: MissingRow[] = [
  ['propose', {}, [`The customer's answer is awaited since ${monday}`], waiting],
  ['propose', { payload: { lines: [] } }, ['Settlement lines', 'Item 1: 10.000 t without a line']],
  [
    'propose',
    { payload: { lines: [line, { ...line, itemId: 'item-2', mass: '1.8' }] }, facts: { items: [item, secondItem] } },
    ['Item 2: 3.200 t without a line'],
  ],
  [
    'propose',
    { payload: { lines: [{ ...line, amount: null, currency: 'dollar' }] } },
    ['Amount of line 1', 'Currency of line 1'],
  ],
  ['propose', { payload: { lines: [{ ...line, amount: '0' }] } }, ['Amount of line 1']],
  [
    'propose',
    { payload: { lines: [{ ...line, kind: 'none', amount: null, currency: null }] } },
    ['Ground of the refused part, line 1'],
  ],
  [
    'propose',
    { payload: { lines: [{ ...line, kind: 'none', amount: null, currency: null, ground: 'withinStandard' }] } },
    [],
  ],
  [
    'propose',
    { payload: { lines: [line, { ...line, itemId: 'item-7' }] } },
    ['The item of line 2 is not of this claim'],
  ],
  [
    'propose',
    { payload: { lines: [{ ...line, mass: '10.001' }] } },
    ['The mass of line 1 is above the claimed 10.000 t'],
  ],
  ['propose', { payload: { lines: [{ ...line, mass: null }] } }, ['Mass of line 1', 'Item 1: 10.000 t without a line']],
  ['propose', { payload: { lines: [{ ...line, kind: 'supplierRecourse' }] } }, ['Item 1: 10.000 t without a line']],
  [
    'propose',
    {
      payload: { lines: [] },
      facts: { executedLines: [{ itemId: 'item-1', kind: 'creditNoteFull', mass: '10.000' }] },
    },
    [],
  ],
  ['propose', { facts: { items: [{ ...item, claimedMass: null }] } }, ['Claimed mass of item 1']],
  ['sendBack', { payload: { reason: '', advice: undefined } }, ['Reason', 'Advice']],
  [
    'customerAccepts',
    { payload: { acceptedAt: undefined, letter: '' } },
    ['Date of the acceptance', "The customer's letter"],
  ],
  ['customerAccepts', { payload: { acceptedAt: daysLater(1) } }, ['The date of the acceptance lies in the future']],
  ['customerAccepts', {}, ['No offer stands'], { offerStands: false }],
  [
    'customerAccepts',
    { at: daysLater(9) },
    [`The offer was open until ${daysLater(8)}`],
    { offerOpenUntil: daysLater(8) },
  ],
  [
    'customerDisputes',
    { payload: { reason: '' }, at: daysLater(91) },
    ['Reason', 'Declined more than 90 days ago: register a new claim linked to this one'],
    { endedAt: monday },
  ],
  ['withdrawOffer', { payload: { reason: '', letter: '' } }, ['Reason', 'Letter to the customer']],
  [
    'closeDisputed',
    { payload: { reason: '', offerOpenUntil: null } },
    ['Reason', 'Until when the last offer stays open'],
  ],
  [
    'closeDisputed',
    { payload: { offerOpenUntil: monday } },
    ['The last offer must stay open beyond today', `The customer's answer is awaited since ${monday}`],
    waiting,
  ],
  ['executeLine', { payload: { lineId: undefined, documentNumber: '' } }, ['Which line', 'Document number of line 1']],
  ['executeLine', { payload: { lineId: 'line-9' } }, ['There is no such line to execute']],
  ['reviseSettlement', { payload: { reason: '' } }, ['Reason']],
  [
    'close',
    {
      payload: { selfCheck: { answeredInTime: true, promisesKept: false, causeExplained: true }, apologySent: null },
      facts: {
        linesToExecute: [{ id: 'line-2', position: 2, kind: 'replacement', departmentId: null }],
        openPromises: [{ text: 'Report', dueAt: monday }],
      },
    },
    [
      'Self-check 3 of 5',
      'The apology to the customer, as the fault is ours',
      'Line 2 is not executed',
      `The promise of ${monday} is open: Report`,
    ],
  ],
  ['close', { payload: { apologySent: null }, facts: { linesToExecute: [], apologySent: true } }, []],
  ['close', { payload: { apologySent: null }, facts: { linesToExecute: [], ourFault: false } }, []],
  [
    'reopen',
    { payload: { reason: '' }, at: daysLater(91) },
    ['Reason', 'Closed more than 90 days ago: register a new claim linked to this one'],
    { endedAt: monday },
  ],
  ['reopen', { as: 'csLead' }, ['Reopening number 3: management'], { reopenings: 2 }],
  ['revive', { payload: { reason: '' } }, ['Reason']],
  [
    'withdraw',
    { payload: { letter: '' } },
    ["The customer's letter", 'Settlement lines were executed already: 2'],
    { executedLines: 2 },
  ],
  ['requestVisit', { payload: { reason: '' } }, ['Reason']],
  ['changeSeverity', { payload: { severity: undefined } }, ['Severity']],
  ['changeSeverity', { payload: { severity: 'minor' } }, ['The severity is minor already']],
  ['reassign', { payload: { seat: undefined, personId: '' } }, ['Which seat', 'Person']],
  ['requestInformation', { payload: { questions: ['', ' '] } }, ['What is missing from the customer']],
  ['awaitSample', { payload: { trackingNumber: '' } }, ['Tracking number']],
  ['provideInformation', { payload: { whatCame: '' } }, ['What came']],
  ['stopWaiting', { payload: { reason: '' } }, ['Reason']],
  [
    'startImprovement',
    { payload: { team: '', description: '', containment: '', ownerId: '', dueAt: '' } },
    ['D1 team', 'D2 description', 'D3 containment', 'Owner of the 8D', 'Due date'],
  ],
  [
    'chooseActions',
    { payload: { occurrenceEvidence: '', escapeEvidence: '', actions: [] } },
    ['D4 evidence of the cause of the occurrence', 'D4 evidence of the cause of the escape', 'D5 actions'],
  ],
  [
    'chooseActions',
    { payload: { actions: [{ description: '', ownerId: '', dueOn: '' }] } },
    ['Description of action 1', 'Owner of action 1', 'Date of action 1'],
  ],
  ['implementActions', { payload: { actions: [] } }, ['D6 date of action 1', 'D6 evidence of action 1']],
  [
    'implementActions',
    { payload: { actions: [{ position: 1, implementedOn: '2026-03-05', evidence: 'x' }] } },
    ['The D6 date of action 1 lies in the future'],
  ],
  [
    'judgeEffective',
    { payload: { before: undefined, after: undefined } },
    ['Figures before the actions', 'Figures after the actions'],
  ],
  [
    'judgeEffective',
    { payload: { after: { from: '2026-01-01', to: '2026-03-31', count: 5 } } },
    ['The periods are unequal: 92 and 90 days'],
  ],
  [
    'judgeEffective',
    {
      payload: {
        before: { from: '2026-01-02', to: '2026-01-01', count: 5 },
        after: { from: '2026-01-02', to: '2026-01-01', count: 5 },
      },
    },
    ['A period ends before it begins', 'A period ends before it begins'],
  ],
  [
    'completeImprovement',
    { payload: { prevention: '', thanks: '' } },
    ['D7 standards, control plans, sister lines', 'D8 thanks to the team'],
  ],
  ['deadlinePassed', { payload: { clock: undefined } }, ['Which clock']],
]

test.each(rows)('%s %j', (...row) => {
  expect(missingOf(row)).toEqual(row[2])
})
