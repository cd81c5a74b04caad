// What is done with the class of a customer.
import { Account } from '../accounts/graphql.ts'
import { readAccount } from '../accounts/queries.ts'
import { command } from '../graphql/command.ts'
import { setAccountClass } from './account-class-commands.ts'
import { setAccountClassInput } from './account-class-inputs.ts'

command({
  name: 'setAccountClass',
  description: 'Classes a customer by hand; against the rule it needs a reason.',
  action: 'account.develop',
  input: setAccountClassInput,
  success: Account,
  run: async (work, input, { viewer, engine }) => ({ id: await setAccountClass(work, engine, viewer, input) }),
  read: (context, info, { id }) => readAccount(context, info, id),
})
