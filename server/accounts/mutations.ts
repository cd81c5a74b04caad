// What is done with accounts and contacts: their mutations.
import { command } from '../graphql/command.ts'
import { createAccount, createContact, updateAccount, updateContact } from './commands.ts'
import { Account, Contact, Region } from './graphql.ts'
import {
  createAccountInput,
  createContactInput,
  setRegionInput,
  updateAccountInput,
  updateContactInput,
} from './inputs.ts'
import { readAccount, readContact, readCreatedAccount, readRegion } from './queries.ts'
import { setRegion } from './region-commands.ts'

command({
  name: 'createAccount',
  description: 'Enters a customer. A key-customer manager becomes its manager.',
  action: 'account.create',
  input: createAccountInput,
  success: Account,
  run: async (work, input, { viewer }) => ({ id: await createAccount(work, viewer, input) }),
  read: (context, info, { id }) => readCreatedAccount(context, info, id),
})

command({
  name: 'updateAccount',
  description: 'Changes a customer; what is left out stays as it is.',
  action: 'account.write',
  input: updateAccountInput,
  success: Account,
  run: async (work, input, { viewer }) => {
    await updateAccount(work, viewer, input)
    return { id: input.accountId }
  },
  read: (context, info, { id }) => readAccount(context, info, id),
})

command({
  name: 'createContact',
  description: 'Enters a person of a customer.',
  action: 'contact.write',
  input: createContactInput,
  success: Contact,
  run: async (work, input, { viewer }) => ({ id: await createContact(work, viewer, input) }),
  read: (context, info, { id }) => readContact(context, info, id),
})

command({
  name: 'updateContact',
  description: 'Changes a person of a customer; what is left out stays as it is.',
  action: 'contact.write',
  input: updateContactInput,
  success: Contact,
  run: async (work, input, { viewer }) => {
    await updateContact(work, viewer, input)
    return { id: input.contactId }
  },
  read: (context, info, { id }) => readContact(context, info, id),
})

command({
  name: 'setRegion',
  description: 'Enters a region or changes its name.',
  action: 'organization.write',
  input: setRegionInput,
  success: Region,
  run: async (work, input) => ({ id: await setRegion(work, input) }),
  read: (context, info, { id }) => readRegion(context, info, id),
})
