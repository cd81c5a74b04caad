// The task between offices as a chart that the engine can step.
import { type TaskEvent, taskEvents } from '../../schema/task-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { Chart } from './chart.ts'
import type { TaskContext } from './task-context.ts'
import { taskMachine } from './task-machine.ts'
import { taskMissing } from './task-missing.ts'
import { taskFactNames } from './task-payloads.ts'

/** The step that people wait for comes first. */
const mainSteps: TaskEvent[] = ['send', 'accept', 'answer', 'clarify', 'verify', 'redirect']

export const taskChart: Chart = {
  kind: 'task',
  version: 1,
  machine: taskMachine,
  events: [...new Set([...mainSteps, ...words(taskEvents)])],
  mainSteps,
  factsOf: (event) => (event in taskFactNames ? taskFactNames[event as keyof typeof taskFactNames] : []),
  narrowedTo: (event) => (event === 'deadlinePassed' ? ['system'] : null),
  forbids: (event, by, context) => event === 'takeBack' && context.returnedBy !== by,
  missing: (event, { at }, payload, context) => taskMissing(event as TaskEvent, at, payload, context as TaskContext),
  upgrades: {},
}
