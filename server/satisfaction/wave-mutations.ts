// What those who run surveys do with waves, and what is entered for those who answer by telephone.
import { Contact } from '../accounts/graphql.ts'
import { readContact } from '../accounts/queries.ts'
import { command } from '../graphql/command.ts'
import { enterResponseInput, surveyOptOutInput } from './answer-inputs.ts'
import { enterResponse, setSurveyOptOut } from './entry-commands.ts'
import { cancelWave, closeWave, openWave } from './wave-commands.ts'
import { SurveyWave } from './wave-graphql.ts'
import { changeWaveInput, planWaveInput, waveInput } from './wave-inputs.ts'
import { changeWave, planWave } from './wave-planning.ts'
import { readWave } from './wave-queries.ts'

command({
  name: 'planWave',
  description: 'Plans a wave: what is asked, whom, and when.',
  action: 'survey.run',
  input: planWaveInput,
  success: SurveyWave,
  run: async (work, input, { engine, viewer }) => ({ id: await planWave(work, engine, viewer, input) }),
  read: (context, info, { id }) => readWave(context, info, id),
})

command({
  name: 'changeWave',
  description: 'Writes the plan of a wave anew, while nobody was asked.',
  action: 'survey.run',
  input: changeWaveInput,
  success: SurveyWave,
  run: async (work, input, { engine }) => ({ id: await changeWave(work, engine, input) }),
  read: (context, info, { id }) => readWave(context, info, id),
})

command({
  name: 'openWave',
  description: 'Draws the people to be asked and lets the invitations go out.',
  action: 'survey.run',
  input: waveInput.extend({}),
  success: SurveyWave,
  run: async (work, input, { engine, viewer }) => ({ id: await openWave(work, engine, viewer, input) }),
  read: (context, info, { id }) => readWave(context, info, id),
})

command({
  name: 'closeWave',
  description: 'Ends a wave: no answer is taken any more.',
  action: 'survey.run',
  input: waveInput.extend({}),
  success: SurveyWave,
  run: async (work, input, { engine }) => ({ id: await closeWave(work, engine, input) }),
  read: (context, info, { id }) => readWave(context, info, id),
})

command({
  name: 'cancelWave',
  description: 'Gives up a wave that nobody has answered.',
  action: 'survey.run',
  input: waveInput.extend({}),
  success: SurveyWave,
  run: async (work, input, { engine }) => ({ id: await cancelWave(work, engine, input) }),
  read: (context, info, { id }) => readWave(context, info, id),
})

command({
  name: 'enterResponse',
  description: 'Takes in answers that were given by telephone, or the estimate of a person of the works.',
  action: 'survey.enter',
  input: enterResponseInput,
  success: SurveyWave,
  run: async (work, input, { engine, viewer }) => ({ id: await enterResponse(work, engine, viewer, input) }),
  read: (context, info, { id }) => readWave(context, info, id),
})

command({
  name: 'setSurveyOptOut',
  description: 'Notes that a contact does not want to be asked any more, or does again.',
  action: 'survey.enter',
  input: surveyOptOutInput,
  success: Contact,
  run: async (work, input, { viewer }) => ({ id: await setSurveyOptOut(work, viewer, input) }),
  read: (context, info, { id }) => readContact(context, info, id),
})
