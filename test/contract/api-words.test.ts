// The enums of the API are the closed lists of the vocabulary, word for word, with their meanings.
import { type GraphQLEnumType, isEnumType } from 'graphql'
import { expect, it } from 'vitest'
import { schema } from '../../server/api.ts'
import { meaningsByType } from './word-types.ts'

const enums = Object.values(schema.getTypeMap()).filter((type): type is GraphQLEnumType => {
  return isEnumType(type) && !type.name.startsWith('__')
})
const lists = meaningsByType()

it('has the states and events of every chart', () => {
  const charted = [
    ...['ClaimState', 'ClaimWaitingState', 'ClaimImprovementState', 'ClaimEvent', 'TaskState', 'TaskEvent'],
    ...['TrialState', 'TrialPace', 'TrialEvent', 'VisitState', 'VisitEvent'],
  ]
  expect(charted.filter((name) => !enums.some((type) => type.name === name))).toEqual([])
})

it('repeats the words of a list and what they mean', () => {
  const listed = enums.filter(({ name }) => lists.has(name))
  for (const type of listed) {
    const values = Object.fromEntries(type.getValues().map(({ name, description }) => [name, description]))
    expect({ [type.name]: values }).toEqual({ [type.name]: lists.get(type.name) })
    expect(type.getValues().filter(({ name, value }) => name !== value)).toEqual([])
  }
})

it('has few enums that are no list of the vocabulary', () => {
  const own = [
    ...['ApprovalDecision', 'Approver', 'CalendarDayKind', 'CertificateValueGroup', 'ClaimOrder', 'DeadlineState'],
    ...['ClockFilter', 'IntervalKind', 'LabelLanguage', 'TrialOrder', 'VisitOrder'],
  ]
  expect(enums.map(({ name }) => name).filter((name) => !lists.has(name) && !own.includes(name))).toEqual([])
})
