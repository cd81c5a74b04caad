// What administration gives: people, roles, absences, departments, calendars, policies, bands, rates and codes.
import { z } from 'zod'
import { settlementKinds } from '../../schema/claim-vocabulary.ts'
import { clocks } from '../../schema/clock.ts'
import {
  catalogues,
  labelLanguages,
  offices,
  positions,
  roles,
  severities,
  stages,
  timeUnits,
} from '../../schema/vocabulary.ts'
import {
  catalogueCode,
  currency,
  day,
  decimal,
  line,
  list,
  moment,
  newCatalogueCode,
  whole,
  word,
} from '../core/input.ts'
import { clockTime, codeName, email, password, timeZone, translations } from '../core/input-words.ts'
import { nodeId } from '../graphql/input-of.ts'

export const createPersonInput = z.object({
  name: line(200).describe('Name.'),
  email: email().describe('Address to sign in with.'),
  password: password().describe(
    'First password: 12 to 128 characters; handed over in person, changed at the first sign-in.',
  ),
  language: word('LabelLanguage', labelLanguages).describe('Language of labels.'),
  timeZone: timeZone().describe('IANA name of the time zone.'),
})

export const personInput = z.object({ personId: nodeId('Person').describe('The person.') })

export const givePasswordInput = z.object({
  personId: nodeId('Person').describe('The person; somebody else.'),
  password: password().describe('Password for one sign-in: 12 to 128 characters; handed over in person.'),
})

export const resetSecondFactorInput = z.object({ personId: nodeId('Person').describe('The person; somebody else.') })

export const setPositionsInput = z.object({
  personId: nodeId('Person').describe('The person.'),
  positions: list(word('Position', positions), 10).describe('All positions the person holds from now on.'),
})

export const grantRoleInput = z.object({
  personId: nodeId('Person').describe('Who is to hold it.'),
  role: word('Role', roles).describe('The role; `customerContact` cannot be granted.'),
  departmentId: nodeId('Department')
    .nullish()
    .describe('Department it is limited to; obligatory for roles of departments.'),
  regionId: nodeId('Region').nullish().describe('Region it is limited to.'),
  accountId: nodeId('Account').nullish().describe('Customer it is limited to.'),
})

export const revokeRoleInput = z.object({ grantId: nodeId('RoleGrant').describe('The grant that ends.') })

export const recordAbsenceInput = z.object({
  personId: nodeId('Person').describe('Who is away.'),
  deputyId: nodeId('Person').nullish().describe('Who stands in.'),
  from: moment().describe('From when.'),
  to: moment().describe('Until when.'),
})

export const removeAbsenceInput = z.object({ absenceId: nodeId('Absence').describe('The absence that was entered.') })

export const setDepartmentInput = z.object({
  code: codeName().describe('Code of the department; an unknown one makes a new department.'),
  name: translations.describe('Name.'),
  office: word('Office', offices).describe('Office it belongs to.'),
  active: z.boolean().describe('Whether tasks can be sent to it.'),
})

export const setRoutingRuleInput = z.object({
  subject: catalogueCode().describe('Code of the subject.'),
  stage: word('Stage', stages).describe('Stage of the material.'),
  departmentId: nodeId('Department').describe('Who is proposed.'),
  dueWorkingDays: whole(1, 60).describe('Working days proposed for the answer.'),
})

export const calendarDayKinds = { holiday: 'Not worked', working: 'Worked' } as const

export const setCalendarDayInput = z.object({
  calendarId: nodeId('Calendar').describe('The calendar.'),
  day: day().describe('The day.'),
  kind: word('CalendarDayKind', calendarDayKinds).describe('Worked or not.'),
  name: line(200).describe('Why.'),
  windows: list(
    z.object({ from: clockTime().describe('Beginning, HH:MM.'), to: clockTime().describe('End, HH:MM.') }),
    10,
  )
    .nullish()
    .describe('Working time of this day; left out: that of its weekday.'),
  evenPassed: z.boolean().nullish().describe('Whether the day is meant even though it has passed.'),
})

export const removeCalendarDayInput = z.object({
  calendarId: nodeId('Calendar').describe('The calendar.'),
  day: day().describe('The day that becomes an ordinary one.'),
})

/** Who hears of the clock stays as it is. */
export const setDeadlinePolicyInput = z.object({
  clock: word('Clock', clocks).describe('The clock.'),
  severity: word('Severity', severities)
    .nullish()
    .describe('Severity it is for; left out: all that have no policy of their own.'),
  settlementKind: word('SettlementKind', settlementKinds)
    .nullish()
    .describe('Kind of settlement it is for, for the clock of settlement lines.'),
  amount: decimal({ places: 2, above: '0', max: '1000' }).describe('How long, in its unit.'),
  unit: word('TimeUnit', timeUnits).describe('In what time it counts.'),
  warnAt: list(decimal({ places: 2, above: '0', max: '0.99' }), 5).describe('Shares of the time at which is warned.'),
  remindAfterDays: list(whole(1, 365), 5).describe('Working days after which the other side is reminded.'),
})

export const approvers = {
  headOfQuality: positions.headOfQuality,
  commercialDirector: positions.commercialDirector,
  finance: positions.finance,
  csLead: roles.csLead,
  management: roles.management,
} as const

export const setApprovalBandsInput = z.object({
  bands: list(
    z.object({
      upTo: decimal({ places: 2, above: '0', max: '100000000000' })
        .nullish()
        .describe('Amount in USD; left out in the last band alone.'),
      steps: list(
        z.object({
          needed: whole(1, 5).describe('How many different people must approve.'),
          of: list(word('Approver', approvers), 5).describe('Positions or roles they are of.'),
        }),
        5,
      ).describe('The steps in order; none: no approval is needed.'),
    }),
    20,
  ).describe('The whole matrix, lowest band first.'),
})

export const setExchangeRateInput = z.object({
  currency: currency().describe('Code as in ISO 4217.'),
  day: day().describe('The day it was so.'),
  usdPerUnit: decimal({ places: 8, above: '0', max: '1000000' }).describe('US dollars per unit.'),
})

export const setCatalogueEntryInput = z.object({
  catalogue: word('Catalogue', catalogues).describe('The list.'),
  code: newCatalogueCode().describe('The code; an unknown one makes a new entry.'),
  name: translations.describe('Name.'),
  position: whole(0, 100_000).describe('Place in the list.'),
  active: z.boolean().describe('Whether it can be chosen.'),
})
