// What is done with improvement themes in the graph.
import { command } from '../graphql/command.ts'
import { changeTheme, moveTheme, openTheme } from './theme-commands.ts'
import { ImprovementTheme } from './theme-graphql.ts'
import { changeThemeInput, moveThemeInput, openThemeInput } from './theme-inputs.ts'
import { readTheme } from './theme-queries.ts'

command({
  name: 'openTheme',
  description: 'Opens an improvement theme from answers and findings of a wave.',
  action: 'theme.write',
  input: openThemeInput,
  success: ImprovementTheme,
  run: async (work, input, { engine, viewer }) => ({ id: await openTheme(work, engine, viewer, input) }),
  read: (context, info, { id }) => readTheme(context, info, id),
})

command({
  name: 'changeTheme',
  description: 'Changes an improvement theme; answers and findings are added, what is left out stays.',
  action: 'theme.write',
  input: changeThemeInput,
  success: ImprovementTheme,
  run: async (work, input, { engine, viewer }) => ({ id: await changeTheme(work, engine, viewer, input) }),
  read: (context, info, { id }) => readTheme(context, info, id),
})

command({
  name: 'moveTheme',
  description: 'Says how far an improvement theme is; to end it, what was done.',
  action: 'theme.write',
  input: moveThemeInput,
  success: ImprovementTheme,
  run: async (work, input, { engine, viewer }) => ({ id: await moveTheme(work, engine, viewer, input) }),
  read: (context, info, { id }) => readTheme(context, info, id),
})
