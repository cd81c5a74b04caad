// What is given to class a customer by hand.
import { z } from 'zod'
import { paretoClasses } from '../../schema/account-vocabulary.ts'
import { text, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

export const setAccountClassInput = z.object({
  accountId: nodeId('Account').describe('The customer.'),
  class: word('ParetoClass', paretoClasses).describe('The class.'),
  reason: text(2_000).nullish().describe('Why, where the rule says otherwise.'),
})
