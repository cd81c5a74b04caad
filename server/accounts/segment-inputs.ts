// What is given of segments, characteristics and core competences.
import { z } from 'zod'
import { currency, day, line, list, money, text } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const cost = (what: string) => money().nullish().describe(what)
const flag = (what: string) => z.boolean().describe(what)

export const saveSegmentInput = z.object({
  segmentId: nodeId('Segment').nullish().describe('The one to be changed; without it a new one is entered.'),
  name: line(200).describe('Name.'),
  target: flag('Whether its customers are target customers.'),
  characteristicIds: list(nodeId('SegmentCharacteristic'), 10).describe('What makes it; all of them.'),
  strategy: text(4_000).nullish().describe('How it is served.'),
  team: line(300).nullish().describe('Who serves it.'),
  reviewOn: day().nullish().describe('When it is reviewed.'),
  currency: currency().nullish().describe('Currency of the costs.'),
  serviceCost: cost('Yearly cost of service.'),
  productCost: cost('Yearly cost of products made for it.'),
  solutionCost: cost('Yearly cost of solutions.'),
  contactCost: cost('Yearly cost of contacts.'),
})

export const saveCharacteristicInput = z.object({
  characteristicId: nodeId('SegmentCharacteristic').nullish().describe('The one to be changed; without it a new one.'),
  name: line(200).describe('Name.'),
  dependsOnSupplier: flag('Whether it depends on our own attitude to the customer.'),
  measurable: flag('Whether it is measurable and unambiguous.'),
  correlatedWithIds: list(nodeId('SegmentCharacteristic'), 20).nullish().describe('Others that say the same.'),
})

export const saveCompetenceInput = z.object({
  competenceId: nodeId('CoreCompetence').nullish().describe('The one to be changed; without it a new one is entered.'),
  wording: line(500).describe('What it is, extremely specific.'),
  longTerm: flag('Not short-term or one-off.'),
  recognised: flag('Recognised by management.'),
  repeatable: flag('Used regularly: staff can repeat the success.'),
  specific: flag('Worded specifically, not declaratively.'),
  perceived: flag('Perceived by the customer.'),
  active: flag('Whether the works builds on it; with five of five alone.'),
})
