// What the events of the claim up to its conclusion can lack, as a person reads it.
import { expect, test } from 'vitest'
import { daysLater, facts, monday } from './claim-world.ts'
import { type MissingRow, missingOf } from './missing-rendered.ts'

const waiting = { waiting: { for: 'customer' as const, since: monday } }
const target = facts.target && { ...facts.target }
const item = { id: 'item-1', position: 1, identified: true, defect: 'crack', claimedMass: '10.000' }
const secondItem = { ...item, id: 'item-2', position: 2, claimedMass: '5.000' }
const sister = { pieceId: 'coil-2', name: 'C-2', heat: 'H-1', outcome: null }
const given = { name: 'C-1', known: true, otherAccount: false, deliveredMass: '10.0' }

const rows: MissingRow[] = [
  [
    'register',
    { payload: { accountId: ' ', whatHappened: '', receivedAt: undefined } },
    ['Account', 'What happened', 'When it was received'],
  ],
  ['register', { payload: { receivedAt: daysLater(0.1) } }, ['The time of receipt lies in the future']],
  [
    'register',
    {
      payload: { items: [{ pieceId: 'p', claimedMass: '12.4', inspectedMass: '10.001' }] },
      facts: { givenItems: [given] },
    },
    [
      'The claimed mass 12.4 t is above the delivered 10.0 t (item 1)',
      'The inspected mass 10.001 t is above the delivered 10.0 t (item 1)',
    ],
  ],
  ['amend', { payload: { items: [{ pieceId: 'p', claimedMass: '10.000' }] }, facts: { givenItems: [given] } }, []],
  [
    'amend',
    { payload: { items: [{ pieceId: 'p' }] }, facts: { givenItems: [{ ...given, otherAccount: true }] } },
    ['C-1 was delivered to another account'],
  ],
  [
    'amend',
    { payload: { items: [{ heatId: 'h', claimedMass: '-1' }] }, facts: { givenItems: [{ ...given, known: false }] } },
    ['The material of item 1 is not known here', 'The mass of item 1 must be above zero'],
  ],
  ['amend', { payload: { items: [{ claimedMass: '1e3' }] } }, ['The mass of item 1 must be above zero']],
  ['amend', { payload: { items: null } }, ['What is to be changed']],
  ['amend', { payload: { items: null, whatHappened: ' ' } }, ['What happened']],
  [
    'acknowledge',
    { payload: { promisedAnswerAt: undefined }, facts: { promisedOnWorkingDay: null, contactLanguage: null } },
    ['Promised answer date', 'A contact of the account with a language'],
  ],
  [
    'acknowledge',
    { payload: { promisedAnswerAt: monday }, facts: { promisedOnWorkingDay: false } },
    ['The promised answer date has passed', 'The promised answer date is not a working day'],
  ],
  [
    'acceptForInvestigation',
    { payload: { analystId: undefined, severity: undefined }, facts: { items: [], remedySought: null } },
    ['At least one item', 'Remedy sought', 'Analyst', 'Severity'],
  ],
  [
    'acceptForInvestigation',
    {
      facts: {
        items: [
          { ...item, claimedMass: null },
          { ...secondItem, identified: false, defect: null },
        ],
      },
    },
    ['Claimed mass of item 1', 'Material of item 2, or why it is not identified', 'Defect of item 2'],
  ],
  [
    'declineFormally',
    { payload: { ground: '', goodwillReview: '', letter: '' } },
    ['Ground', 'Goodwill review', 'Letter to the customer'],
  ],
  ['declineFormally', {}, [`The customer's answer is awaited since ${monday}`], waiting],
  [
    'declineFormally',
    {
      facts: {
        proposal: { number: 1, hash: 'h', route: [{ needed: 2, of: ['finance'] }], possibleApprovers: [['f']] },
      },
    },
    ['Step 1 needs 2 approvers, possible: 1'],
  ],
  ['merge', { payload: { targetId: undefined }, facts: { target: null } }, ['The claim to merge into']],
  ['merge', { facts: { target: null } }, ['There is no such claim']],
  ['merge', { facts: { target: target && { ...target, itself: true } } }, ['A claim cannot be merged into itself']],
  [
    'merge',
    { facts: { target: target && { ...target, sameAccount: false } } },
    ['C-2026-000002 is of another account'],
  ],
  ['merge', { facts: { target: target && { ...target, open: false } } }, ['C-2026-000002 is not open']],
  [
    'merge',
    { facts: { target: target && { ...target, open: false, mergedInto: 'C-2026-000003' } } },
    ['C-2026-000002 was merged into C-2026-000003'],
  ],
  [
    'unmerge',
    { payload: { reason: '' }, facts: { targetSettled: true } },
    ['Reason', 'The accepted offer of the other claim covers items of this one'],
  ],
  [
    'sendTask',
    { payload: { departmentId: '', question: '', dueAt: undefined } },
    ['Department', 'Question', 'Due date'],
  ],
  ['sendTask', { payload: { dueAt: monday } }, ['The due date has passed']],
  ['recordContainment', { payload: { none: null } }, ['Sister pieces, or why there are none']],
  [
    'recordContainment',
    {
      payload: { none: null, pieces: [{ pieceId: 'coil-2' }] },
      facts: { sisters: [sister, { ...sister, pieceId: 'coil-9', heat: 'H-2' }] },
    },
    ['C-2 is neither held, sorted nor released', 'hint: Sister pieces of heat H-2 are not listed: 1'],
  ],
  ['tasksAnswered', { facts: { openInvestigationTasks: [{ id: 't', number: 'T-7' }] } }, ['Task T-7 is open']],
  ['startConclusion', { payload: { reason: '' } }, []],
  ['startConclusion', { payload: { reason: '' } }, ['Reason why no department was asked'], { investigationTasks: 0 }],
  ['returnAnswer', { payload: { taskId: undefined, comment: '' }, facts: { task: null } }, ['Which task', 'Comment']],
  ['returnAnswer', { facts: { task: null } }, ['The claim has no such task']],
  [
    'returnAnswer',
    { facts: { task: { id: 't', number: 'T-7', state: 'done' } } },
    ['Task T-7 has no answer to return'],
  ],
  [
    'conclude',
    {
      payload: {
        occurrenceCause: '',
        escapeCause: '',
        systemCause: '',
        qualityLayer: undefined,
        chainStage: undefined,
        ourFault: undefined,
        shares: [],
      },
    },
    [
      'Cause of the occurrence',
      'Cause of the escape',
      'System cause',
      'Quality layer',
      'Stage of the chain',
      'Whether the fault is ours',
      'Responsible departments',
    ],
  ],
  [
    'conclude',
    {
      payload: {
        shares: [
          { departmentId: 'a', percent: '50.5' },
          { departmentId: 'b', percent: '29.5' },
        ],
      },
    },
    ['The responsible share is 80.0 %, it must be 100 %'],
  ],
  [
    'conclude',
    {
      payload: {
        shares: [
          { departmentId: 'a', percent: '100' },
          { departmentId: 'b', percent: '0' },
        ],
      },
    },
    ['The share of department 2 must be above zero'],
  ],
  [
    'conclude',
    {
      payload: {
        shares: [
          { departmentId: 'a', percent: '60' },
          { departmentId: 'a', percent: '40' },
        ],
      },
    },
    ['Department 2 is named twice'],
  ],
  ['conclude', {}, ['Containment is not complete'], { containment: 'open' }],
  ['conclude', { facts: { sisters: [sister] } }, ['Containment is not complete'], { containment: 'listed' }],
  ['conclude', { facts: { openInvestigationTasks: [{ id: 't', number: 'T-7' }] } }, ['Task T-7 is open']],
  ['conclude', { facts: { unreportedVisits: ['V-2026-000001'] } }, ['hint: Visit V-2026-000001 is not reported']],
  ['conclude', {}, [`A sample is awaited since ${monday}`], { waiting: { for: 'sample', since: monday } }],
]

test.each(rows)('%s %j', (...row) => {
  expect(missingOf(row)).toEqual(row[2])
})
