// What administration does with its tables: departments, routing, codes, rates, calendars, deadline policies, the approval matrix.
import { type SqlBool, sql } from 'kysely'
import { type RowOf, readOne } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { Calendar } from './calendar-graphql.ts'
import { CatalogueEntry, RoutingRule } from './catalogue-graphql.ts'
import { Department } from './graphql.ts'
import {
  removeCalendarDayInput,
  setApprovalBandsInput,
  setCalendarDayInput,
  setCatalogueEntryInput,
  setDeadlinePolicyInput,
  setDepartmentInput,
  setExchangeRateInput,
  setRoutingRuleInput,
} from './inputs.ts'
import { removeCalendarDay, setApprovalBands, setCalendarDay, setDeadlinePolicy } from './policy-commands.ts'
import { ApprovalBand, DeadlinePolicy, ExchangeRate } from './policy-graphql.ts'
import { calendarShape, deadlinePolicyShape, exchangeRateShape, readApprovalBands } from './policy-queries.ts'
import { catalogueEntryShape, departmentShape, routingRuleShape } from './queries.ts'
import { setCatalogueEntry, setDepartment, setExchangeRate, setRoutingRule } from './settings-commands.ts'

command({
  name: 'setDepartment',
  description: 'Enters a department or changes it.',
  action: 'organization.write',
  input: setDepartmentInput,
  success: Department,
  run: async (work, input) => ({ id: await setDepartment(work, input) }),
  read: (context, info, { id }) => readOne(context, info, departmentShape, sql<SqlBool>`department.id = ${id}`),
})

command({
  name: 'setRoutingRule',
  description: 'Says which department is proposed for a subject at a stage.',
  action: 'organization.write',
  input: setRoutingRuleInput,
  success: RoutingRule,
  run: async (work, input) => ({ id: await setRoutingRule(work, input) }),
  read: (context, info, { id }) => readOne(context, info, routingRuleShape, sql<SqlBool>`routing_rule.id = ${id}`),
})

command({
  name: 'setCatalogueEntry',
  description: 'Enters a code of a catalogue or changes it.',
  action: 'organization.write',
  input: setCatalogueEntryInput,
  success: CatalogueEntry,
  run: async (work, input) => ({ id: await setCatalogueEntry(work, input) }),
  read: (context, info, { id }) =>
    readOne(context, info, catalogueEntryShape, sql<SqlBool>`catalogue_entry.id = ${id}`),
})

command({
  name: 'setExchangeRate',
  description: 'Enters what a currency was worth on a day.',
  action: 'organization.write',
  input: setExchangeRateInput,
  success: ExchangeRate,
  run: async (work, input, { engine }) => {
    await setExchangeRate(work, input, engine.now())
    return { currency: input.currency, day: input.day }
  },
  read: (context, info, { currency, day }) =>
    readOne(
      context,
      info,
      exchangeRateShape,
      sql<SqlBool>`exchange_rate.currency = ${currency} and exchange_rate.day = ${day}`,
    ),
})

command({
  name: 'setCalendarDay',
  description:
    'Makes a day of a calendar free or worked, whatever its weekday or public holiday. Running clocks that have not passed are counted anew.',
  action: 'organization.write',
  input: setCalendarDayInput,
  success: Calendar,
  run: async (work, input, { engine }) => {
    await setCalendarDay(work, input, engine.now())
    return { id: input.calendarId }
  },
  read: (context, info, { id }) => readOne(context, info, calendarShape, sql<SqlBool>`calendar.id = ${id}`),
})

command({
  name: 'removeCalendarDay',
  description: 'Makes a day of a calendar an ordinary one again. Running clocks that have not passed are counted anew.',
  action: 'organization.write',
  input: removeCalendarDayInput,
  success: Calendar,
  run: async (work, input, { engine }) => {
    await removeCalendarDay(work, input, engine.now())
    return { id: input.calendarId }
  },
  read: (context, info, { id }) => readOne(context, info, calendarShape, sql<SqlBool>`calendar.id = ${id}`),
})

command({
  name: 'setDeadlinePolicy',
  description: 'Sets how long a clock runs from now on; clocks that run keep their version.',
  action: 'organization.write',
  input: setDeadlinePolicyInput,
  success: DeadlinePolicy,
  run: async (work, input) => ({ id: await setDeadlinePolicy(work, input) }),
  read: (context, info, { id }) =>
    readOne(context, info, deadlinePolicyShape, sql<SqlBool>`deadline_policy.id = ${id}`),
})

interface Matrix {
  version: number
}

const ApprovalMatrix = builder.objectRef<Matrix>('ApprovalMatrix').implement({
  description: 'The approval matrix in force.',
  policy: 'open',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Its version.' }),
    bands: t.field({
      type: [ApprovalBand],
      policy: 'administration',
      description: 'Its bands, the lowest first.',
      resolve: (_matrix, _args, context, info): Promise<RowOf<'approval_band'>[]> => readApprovalBands(context, info),
    }),
  }),
})

command({
  name: 'setApprovalBands',
  description: 'Sets the whole approval matrix anew; proposals on their way keep their route.',
  action: 'approvalMatrix.write',
  input: setApprovalBandsInput,
  success: ApprovalMatrix,
  run: async (work, input) => ({ version: await setApprovalBands(work, input) }),
  read: (_context, _info, { version }) => ({ version }),
})
