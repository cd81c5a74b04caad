// What is given to plan and run waves.
import { z } from 'zod'
import { invitationChannels, respondentGroups, waveKinds } from '../../schema/survey-vocabulary.ts'
import { consumerTypes } from '../../schema/vocabulary.ts'
import { line, list, moment, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

export const populationInput = z.object({
  regionIds: list(nodeId('Region'), 50).nullish().describe('Only customers of these regions.'),
  consumerTypes: list(word('ConsumerType', consumerTypes), 2).nullish().describe('Only customers of these types.'),
  keyOnly: z.boolean().nullish().describe('Only key customers.'),
  productIds: list(nodeId('Product'), 50).nullish().describe('Only customers who were sent one of these products.'),
})

export const planWaveInput = z.object({
  versionId: nodeId('QuestionnaireVersion').describe('The published version that is asked.'),
  name: line(200).describe('Name of the wave.'),
  kind: word('WaveKind', waveKinds).describe('When people are asked.'),
  respondents: word('RespondentGroup', respondentGroups).nullish().describe('`customers` unless said.'),
  population: populationInput.nullish().describe('Who is asked; everybody unless said.'),
  sampleSize: whole(1, 100_000).nullish().describe('How many are drawn from the population; all unless said.'),
  sampleSeed: whole(0, 2_147_483_647).nullish().describe('The same seed draws the same people; 1 unless said.'),
  reminderDays: list(whole(1, 60), 5).nullish().describe('Working days after the invitation when it is reminded of.'),
  quietDays: whole(0, 365)
    .nullish()
    .describe('Who was asked in so many days before is left out; 90 unless said, 0 after contacts.'),
  linkDays: whole(1, 365).nullish().describe('Days for which a link is valid; 30 unless said.'),
  mobileChannel: word('InvitationChannel', invitationChannels)
    .nullish()
    .describe('How those without an e-mail address are reached: `sms`, `message`, or by telephone unless said.'),
  opensAt: moment().describe('When the first invitations go out, once the wave is opened.'),
  closesAt: moment().nullish().describe('When the last answer is taken; a planned wave needs it.'),
})

export const waveInput = z.object({
  id: nodeId('SurveyWave').describe('The wave.'),
  revision: whole(1, 1_000_000).describe('The revision that was read.'),
})

export const changeWaveInput = planWaveInput.extend(waveInput.shape)

export const remindInvitationsInput = z.object({
  waveId: nodeId('SurveyWave').describe('The wave.'),
  invitationIds: list(nodeId('SurveyInvitation'), 100).describe('Invitations that are reminded of.'),
})

export const withdrawRemindersInput = z.object({
  waveId: nodeId('SurveyWave').describe('The wave.'),
  messageIds: list(nodeId('MailMessage'), 100).describe('The reminders that were queued.'),
})
