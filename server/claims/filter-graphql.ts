// Which claims are meant, as it is asked in the graph.
import { claimSums } from '../../schema/list-views.ts'
import { badInput } from '../core/keyset.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { filterKey } from '../graphql/node.ts'
import { ClaimState, Clock, ConsumerType, DueGroup, Severity, Stage } from '../graphql/words.ts'
import type { ClaimFilter as Meant } from './claim-filter.ts'

const mostIds = 100

const ClockFilter = enumOf('ClockFilter', 'How near the next clock of a case is.', {
  over: 'It has passed',
  soon: 'It ends within 48 hours',
})

const ClaimMoneyFilter = builder.inputType('ClaimMoneyFilter', {
  description: 'A sum of money in one currency.',
  fields: (t) => ({
    currency: t.string({ required: true, description: 'ISO 4217 code of the currency.' }),
    sum: t.field({
      type: enumOf('ClaimSum', 'Which money of a claim.', claimSums),
      required: true,
      description: 'Which money.',
    }),
  }),
})

export const ClaimFilter = builder.inputType('ClaimFilter', {
  description: 'Which claims; what is left out does not narrow.',
  fields: (t) => ({
    ids: t.idList({ description: 'Among these, 100 at the most.' }),
    states: t.field({ type: [ClaimState], description: 'In one of these states.' }),
    open: t.boolean({ description: 'On the open lists, or not.' }),
    severity: t.field({ type: Severity, description: 'Of this severity.' }),
    accountId: t.id({ description: 'Of this customer.' }),
    regionId: t.id({ description: 'Of customers in this region.' }),
    ownerId: t.id({ description: 'Run by this person.' }),
    analystId: t.id({ description: 'Investigated by this person.' }),
    departmentId: t.id({ description: 'With a task for this department.' }),
    responsibleId: t.id({ description: 'For which this department was found responsible, wholly or in part.' }),
    consumerType: t.field({ type: ConsumerType, description: 'Of customers of this type.' }),
    defect: t.string({ description: 'With an item that has the defect of this code.' }),
    stage: t.field({ type: Stage, description: 'Found at this stage of the material.' }),
    productId: t.id({ description: 'With a piece of this product.' }),
    clock: t.field({ type: ClockFilter, description: 'Whose next clock has passed, or ends soon.' }),
    due: t.field({ type: DueGroup, description: 'With a due time in this group.' }),
    stoppedClock: t.field({ type: Clock, description: 'For which a clock of this name has stopped.' }),
    missedClock: t.field({ type: Clock, description: 'For which a clock of this name had passed before it stopped.' }),
    leftState: t.string({ description: 'Which have left this state of one of their regions.' }),
    trialMaterial: t.boolean({ description: 'On material of a trial batch, or on ordinary material.' }),
    money: t.field({ type: ClaimMoneyFilter, description: 'For which there is money of this kind.' }),
    openedFrom: t.field({ type: 'DateTime', description: 'Opened then or later.' }),
    openedBefore: t.field({ type: 'DateTime', description: 'Opened before then.' }),
  }),
})

/** The filter with keys in the place of ids. @throws GraphQLError with code BAD_INPUT for an id of another type. */
export function claimFilterOf(filter: typeof ClaimFilter.$inferInput | null | undefined): Meant {
  if (filter?.ids && filter.ids.length > mostIds) throw badInput('filter.ids', `takes ${mostIds} at the most`)
  return {
    ...filter,
    ids: filter?.ids?.map((id) => filterKey('Claim', id, 'filter.ids') ?? '') ?? null,
    accountId: filterKey('Account', filter?.accountId, 'filter.accountId'),
    regionId: filterKey('Region', filter?.regionId, 'filter.regionId'),
    ownerId: filterKey('Person', filter?.ownerId, 'filter.ownerId'),
    analystId: filterKey('Person', filter?.analystId, 'filter.analystId'),
    departmentId: filterKey('Department', filter?.departmentId, 'filter.departmentId'),
    responsibleId: filterKey('Department', filter?.responsibleId, 'filter.responsibleId'),
    productId: filterKey('Product', filter?.productId, 'filter.productId'),
  }
}
