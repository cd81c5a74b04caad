// What is given of accounts and contacts.
import { z } from 'zod'
import { accountStatuses, channels, consumerTypes } from '../../schema/vocabulary.ts'
import { currency, line, text, whole, word } from '../core/input.ts'
import { codeName, country, email, language, timeZone, translations } from '../core/input-words.ts'
import { nodeId } from '../graphql/input-of.ts'

const account = {
  name: line(300).describe('Name of the company.'),
  regionId: nodeId('Region').describe('Region it belongs to.'),
  consumerType: word('ConsumerType', consumerTypes).describe('What it does with the material.'),
  status: word('AccountStatus', accountStatuses).describe('Where it stands in its life cycle.'),
  key: z.boolean().describe('Whether it is a key customer.'),
  critical: z.boolean().describe('Whether it is critical to us; key customers only.'),
  managerId: nodeId('Person').nullable().describe('The key-customer manager.'),
  country: country().describe('Country as in ISO 3166.'),
  language: language().describe('Language of letters.'),
  timeZone: timeZone().describe('IANA name of its time zone.'),
  currency: currency().describe('Currency of its contracts.'),
  replacementDays: whole(1, 365).nullable().describe('Days in which it is to have replacement; null: the default.'),
  silenceAccepts: z.boolean().describe('Whether an offer that is not answered in time counts as accepted.'),
  specialPolicy: text(2_000).nullable().describe('What is different with it.'),
  contractNumber: line(100).nullable().describe('Number of its contract.'),
  segmentId: nodeId('Segment').nullable().describe('Segment that it belongs to.'),
  preferredChannel: word('Channel', channels).nullable().describe('How it wants to be reached.'),
}

export const createAccountInput = z.object({
  number: line(40).describe('Number of the customer.'),
  name: account.name,
  regionId: account.regionId,
  consumerType: account.consumerType,
  country: account.country,
  status: account.status.nullish(),
  key: account.key.nullish(),
  critical: account.critical.nullish(),
  managerId: account.managerId.nullish(),
  language: account.language.nullish(),
  timeZone: account.timeZone.nullish(),
  currency: account.currency.nullish(),
  replacementDays: account.replacementDays.nullish(),
  silenceAccepts: account.silenceAccepts.nullish(),
  specialPolicy: account.specialPolicy.nullish(),
  contractNumber: account.contractNumber.nullish(),
  segmentId: account.segmentId.nullish(),
  preferredChannel: account.preferredChannel.nullish(),
})

/** What is left out stays; null empties where that is possible. */
export const updateAccountInput = z.object({
  accountId: nodeId('Account').describe('The customer.'),
  ...z.object(account).partial().shape,
})

const contact = {
  name: line(200).describe('Name.'),
  jobTitle: line(200).nullable().describe('What the person does there.'),
  email: email().nullable().describe('E-mail address.'),
  phone: line(50).nullable().describe('Telephone.'),
  language: language().describe('Language to write and speak in.'),
  preferredChannel: word('Channel', channels)
    .nullable()
    .describe('How the person wants to be reached; null: as the customer.'),
  active: z.boolean().describe('Whether the person is still there.'),
}

export const createContactInput = z.object({
  accountId: nodeId('Account').describe('The customer.'),
  name: contact.name,
  jobTitle: contact.jobTitle.nullish(),
  email: contact.email.nullish(),
  phone: contact.phone.nullish(),
  language: contact.language.nullish(),
  preferredChannel: contact.preferredChannel.nullish(),
})

export const updateContactInput = z.object({
  contactId: nodeId('Contact').describe('The person.'),
  ...z.object(contact).partial().shape,
})

export const setRegionInput = z.object({
  code: codeName().describe('Code of the region; an unknown one makes a new region.'),
  name: translations.describe('Name.'),
})
