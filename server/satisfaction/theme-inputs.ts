// What is given to open improvement themes and to take them to their end.
import { z } from 'zod'
import { themeStates } from '../../schema/acting-vocabulary.ts'
import { findingKinds } from '../../schema/survey-vocabulary.ts'
import { consumerTypes } from '../../schema/vocabulary.ts'
import { day, line, list, text, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const itemCode = () => z.string().max(60, { error: 'tooLong {"max":60}' })
const finding = z.object({
  kind: word('FindingKind', findingKinds).describe('What it states.'),
  item: itemCode().nullish().describe('Code of the indicator it speaks of.'),
})
const sources = {
  responseIds: list(nodeId('SurveyResponse'), 100).nullish().describe('Answers that it rests on.'),
  findings: list(finding, 20).nullish().describe('Findings that it rests on.'),
}
const ofTheme = {
  title: line(300).describe('What is to become better.'),
  description: text(4_000).nullish().describe('What was heard, and what is meant to be done.'),
  ownerId: nodeId('Person').describe('Who sees to it.'),
  dueOn: day().describe('Until when.'),
}

export const openThemeInput = z.object({
  ...ofTheme,
  waveId: nodeId('SurveyWave').describe('The wave whose answers it rests on: the effect is measured against it.'),
  item: itemCode().nullish().describe('Code of the indicator that is to rise; the general level unless said.'),
  regionId: nodeId('Region').nullish().describe('In this region; everywhere unless said.'),
  consumerType: word('ConsumerType', consumerTypes)
    .nullish()
    .describe('Among customers of this type; both unless said.'),
  ...sources,
})

const id = nodeId('ImprovementTheme').describe('The theme.')
const revision = whole(1, 1_000_000).describe('The revision that was read.')

export const changeThemeInput = z.object({
  id,
  revision,
  title: ofTheme.title.nullish(),
  description: ofTheme.description,
  ownerId: ofTheme.ownerId.nullish(),
  dueOn: ofTheme.dueOn.nullish(),
  ...sources,
})

export const moveThemeInput = z.object({
  id,
  revision,
  state: word('ThemeState', themeStates).describe('How far it is now.'),
  done: text(4_000).nullish().describe('What was done, or why it was given up; needed to end it.'),
})
