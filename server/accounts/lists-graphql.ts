// The top-level fields that read customers and regions.
import { badInput } from '../core/keyset.ts'
import { ParetoClass } from '../graphql/account-words.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { filterKey } from '../graphql/node.ts'
import { AccountStatus, ConsumerType } from '../graphql/words.ts'
import { countAccounts, countByRegion, type RegionCount, readAccounts } from './account-lists.ts'
import { Account, Region } from './graphql.ts'
import { readRegions } from './queries.ts'

/** Which customers: what is left out does not narrow. */
function filterArgs() {
  return builder.args((t) => ({
    regionId: t.id({ description: 'Only of this region.' }),
    status: t.field({ type: AccountStatus, description: 'Only with this status.' }),
    consumerType: t.field({ type: ConsumerType, description: 'Only end users or only wholesalers.' }),
    key: t.boolean({ description: 'Only key customers, or only others.' }),
    managerId: t.id({ description: 'Only of this key-customer manager.' }),
    segmentId: t.id({ description: 'Only of this segment.' }),
    class: t.field({ type: ParetoClass, description: 'Only of this class, set by hand or by the rule.' }),
    silent: t.boolean({ description: 'Only those that nobody has spoken with for more than 30 days.' }),
    promiseOverdue: t.boolean({ description: 'Only those to which something promised is overdue.' }),
    planUnshared: t.boolean({ description: 'Only those that were told of no plan of ours.' }),
    text: t.string({ description: 'Part of the name, or the number; accents and capitals do not matter.' }),
  }))
}

/** A page of customers, whatever they were chosen by. */
export const AccountPage = connectionOf(Account)

const mostCounted = 100_001

const AccountRegion = builder.objectRef<RegionCount>('AccountRegion').implement({
  description: 'How many customers a region has.',
  policy: 'internal',
  fields: (t) => ({
    region: t.field({ type: Region, description: 'The region.', resolve: ({ region }) => region }),
    accounts: t.exposeInt('accounts', { description: 'Customers.' }),
    key: t.exposeInt('key', { description: 'Key customers of them.' }),
  }),
})

builder.queryFields((t) => ({
  accounts: t.field({
    type: AccountPage,
    description: 'Customers by name.',
    args: {
      ...pageArgs(),
      ...filterArgs(),
    },
    resolve: (_root, { regionId, managerId, segmentId, first, after, ...filter }, context, info) =>
      readAccounts(context, info, { ...filter, ...keysOf({ regionId, managerId, segmentId }) }, { first, after }),
  }),
  accountCount: t.int({
    description: 'How many customers of the filter the viewer may see.',
    args: {
      ...filterArgs(),
      upTo: t.arg.int({ required: true, description: 'Counting ends at so many, 1 to 100,001.' }),
    },
    resolve: (_root, { regionId, managerId, segmentId, upTo, ...filter }, context) => {
      if (upTo < 1 || upTo > mostCounted) throw badInput('upTo', `must be between 1 and ${mostCounted}`)
      return countAccounts(context, { ...filter, ...keysOf({ regionId, managerId, segmentId }) }, upTo)
    },
  }),
  accountRegions: t.field({
    type: [AccountRegion],
    policy: 'internal',
    description: 'Regions of the customers of the filter that the viewer may see, with their numbers.',
    args: filterArgs(),
    resolve: (_root, { regionId, managerId, segmentId, ...filter }, context) =>
      countByRegion(context, { ...filter, ...keysOf({ regionId, managerId, segmentId }) }),
  }),
  regions: t.field({
    type: [Region],
    policy: 'internal',
    description: 'All regions.',
    resolve: (_root, _args, context, info) => readRegions(context, info),
  }),
}))

type Ids = Readonly<Record<'regionId' | 'managerId' | 'segmentId', string | null | undefined>>

function keysOf({ regionId, managerId, segmentId }: Ids) {
  return {
    regionId: filterKey('Region', regionId, 'regionId'),
    managerId: filterKey('Person', managerId, 'managerId'),
    segmentId: filterKey('Segment', segmentId, 'segmentId'),
  }
}
