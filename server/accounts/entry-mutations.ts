// What is written of a customer: one mutation for each kind of row.
import type { ObjectRef } from '@pothos/core'
import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Action } from '../core/permission-table.ts'
import { type RowOf, readOne } from '../core/selection.ts'
import type { Shape } from '../core/selection-shape.ts'
import type { Work } from '../core/work.ts'
import { command } from '../graphql/command.ts'
import type { BuilderTypes } from '../graphql/connection.ts'
import type { RequestContext } from '../graphql/context.ts'
import {
  type EntryInput,
  judgeObligation,
  saveEntry,
  saveOffer,
  saveProfile,
  saveSingle,
  saveTalk,
} from './entry-commands.ts'
import {
  judgeObligationInput,
  saveAccountOfferInput,
  saveAccountPlanInput,
  saveAccountPromiseInput,
  saveContactEntryInput,
  saveHiddenLossInput,
  saveProductNeedInput,
  saveReferralInput,
  saveUniqueNeedInput,
  writeAccountProfileInput,
  writeAccountTermsInput,
  writeKeyPlanInput,
} from './entry-inputs.ts'
import * as shapes from './key-account-queries.ts'
import { AccountProfile, AccountTerms, KeyPlan, Obligation } from './key-plan-graphql.ts'
import { AccountOffer, AccountPlan, ProductNeed, UniqueNeed } from './needs-graphql.ts'
import type { WithRegion } from './queries.ts'
import { AccountPromise, ContactEntry, HiddenLoss, Referral } from './talks-graphql.ts'

type OwnTable = shapes.EntryTable | 'key_plan' | 'account_profile' | 'account_terms'

interface Written<T extends OwnTable, I extends z.ZodObject> {
  name: string
  description: string
  action?: Action
  input: I
  success: ObjectRef<BuilderTypes, WithRegion<RowOf<T>>, WithRegion<RowOf<T>>>
  shape: Shape<T>
  run: (work: Work, input: z.output<I>, context: RequestContext) => Promise<string>
}

function written<T extends OwnTable, I extends z.ZodObject>(given: Written<T, I>): void {
  const { name, description, action = 'account.develop', input, success, shape, run } = given
  command({
    name,
    description,
    action,
    input,
    success,
    run: async (work, entry, context) => ({ id: await run(work, entry, context) }),
    read: async (context, info, { id }) =>
      (await readOne(
        context,
        info,
        shape,
        sql<SqlBool>`${sql.ref(`${shape.table}.${shape.key}`)} = ${id}`,
      )) as WithRegion<RowOf<T>> | null,
  })
}

type EntrySpec<T extends shapes.EntryTable, I extends z.ZodObject> = Omit<Written<T, I>, 'run'>

/** Rows that are entered and changed under the right on the account alone. */
function entry<T extends shapes.EntryTable, I extends z.ZodObject>(given: EntrySpec<T, I>): void {
  const { shape, action } = given
  written({
    ...given,
    run: (work, input, { viewer }) =>
      saveEntry(
        work,
        viewer,
        { table: shape.table, action },
        input as unknown as EntryInput & Readonly<Record<string, unknown>>,
      ),
  })
}

written({
  name: 'writeKeyPlan',
  description: 'Writes parts of the key plan; what is left out stays.',
  input: writeKeyPlanInput,
  success: KeyPlan,
  shape: shapes.keyPlanShape,
  run: (work, input, { viewer }) => saveSingle(work, viewer, 'key_plan', input),
})
written({
  name: 'writeAccountProfile',
  description: 'Writes what is known of a customer; what is left out stays.',
  input: writeAccountProfileInput,
  success: AccountProfile,
  shape: shapes.accountProfileShape,
  run: (work, input, { viewer }) => saveProfile(work, viewer, input),
})
written({
  name: 'writeAccountTerms',
  description: 'Writes figures of trade with a customer; what is left out stays.',
  input: writeAccountTermsInput,
  success: AccountTerms,
  shape: shapes.accountTermsShape,
  run: (work, input, { viewer }) => saveSingle(work, viewer, 'account_terms', input),
})
written({
  name: 'judgeObligation',
  description: 'Says whether the customer fulfils a duty.',
  input: judgeObligationInput,
  success: Obligation,
  shape: shapes.obligationShape,
  run: (work, input, { viewer }) => judgeObligation(work, viewer, input),
})
written({
  name: 'saveAccountOffer',
  description: 'Enters an offer or says what became of it; one for no known need says why.',
  input: saveAccountOfferInput,
  success: AccountOffer,
  shape: shapes.accountOfferShape,
  run: (work, input, { viewer }) => saveOffer(work, viewer, input),
})
written({
  name: 'saveContactEntry',
  description: 'Enters a talk with a customer.',
  action: 'account.talk',
  input: saveContactEntryInput,
  success: ContactEntry,
  shape: shapes.contactEntryShape,
  run: (work, input, { engine, viewer }) => saveTalk(work, engine, viewer, input),
})
entry({
  name: 'saveAccountPromise',
  description: 'Enters a promise to a customer or says that it was kept.',
  action: 'account.talk',
  input: saveAccountPromiseInput,
  success: AccountPromise,
  shape: shapes.accountPromiseShape,
})
entry({
  name: 'saveUniqueNeed',
  description: 'Enters or changes a need beyond the standard.',
  input: saveUniqueNeedInput,
  success: UniqueNeed,
  shape: shapes.uniqueNeedShape,
})
entry({
  name: 'saveProductNeed',
  description: 'Enters or changes a product that a customer can use.',
  input: saveProductNeedInput,
  success: ProductNeed,
  shape: shapes.productNeedShape,
})
entry({
  name: 'saveAccountPlan',
  description: 'Enters or changes a plan of either side.',
  input: saveAccountPlanInput,
  success: AccountPlan,
  shape: shapes.accountPlanShape,
})
entry({
  name: 'saveHiddenLoss',
  description: 'Enters or changes a hidden loss of a customer.',
  input: saveHiddenLossInput,
  success: HiddenLoss,
  shape: shapes.hiddenLossShape,
})
entry({
  name: 'saveReferral',
  description: 'Enters or changes a recommendation of us by a customer.',
  input: saveReferralInput,
  success: Referral,
  shape: shapes.referralShape,
})
