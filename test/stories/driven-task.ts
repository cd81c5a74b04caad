// A task that a test drives through the graph.
import type { JsonObject } from '../../schema/json.ts'
import type { TaskEvent } from '../../schema/task-vocabulary.ts'
import { sendTask } from '../graph.ts'
import type { DrivenClaim } from './driven-claim.ts'
import { encoded } from './global-ids.ts'
import type { Who, World } from './world.ts'

type Sent = Exclude<TaskEvent, 'send' | 'deadlinePassed'>
type Sending = [mutation: string, who: Who, input: (world: World) => JsonObject]

const sendings: Record<Sent, Sending> = {
  accept: ['acceptTask', 'roller', () => ({})],
  return: ['returnTask', 'roller', () => ({ reason: 'notOurs' })],
  takeBack: ['takeBackTaskReturn', 'roller', () => ({})],
  reassign: ['reassignTask', 'millHead', ({ people }) => ({ personId: people.roller2.id })],
  redirect: ['redirectTask', 'analyst', ({ departments }) => ({ departmentId: departments.coatingLine ?? '' })],
  insist: ['insistOnTask', 'lead', () => ({ reason: 'It is your line' })],
  ask: ['askTaskSender', 'roller', () => ({ question: 'Which coil?' })],
  clarify: ['clarifyTask', 'analyst', () => ({ text: 'The first' })],
  answer: ['answerTask', 'roller', () => ({ text: '42 kN', causeCode: 'tension' })],
  verify: ['verifyTaskAnswer', 'analyst', () => ({ rating: 4 })],
  rejectAnswer: ['rejectTaskAnswer', 'analyst', () => ({ comment: 'Which shift?' })],
  cancel: ['cancelTask', 'analyst', () => ({ reason: 'No longer needed' })],
}

export class DrivenTask {
  readonly world: World
  readonly key: string

  constructor(world: World, key: string) {
    this.world = world
    this.key = key
  }

  /** Sends the event, which must be taken; gives the state after it. */
  async do(event: Sent, input: JsonObject = {}, who?: Who): Promise<string> {
    const answer = await this.attempt(event, input, who)
    if (answer.__typename !== 'TaskMoved') throw new Error(`${event}: ${JSON.stringify(answer)}`)
    return (await this.row()).state
  }

  async attempt(event: Sent, input: JsonObject = {}, who?: Who) {
    const [mutation, usual, complete] = sendings[event]
    const { revision } = await this.row()
    const full = encoded({ id: this.key, revision, ...complete(this.world), ...input }, 'Task')
    return sendTask(this.world.engine, this.world.people[who ?? usual], mutation, full)
  }

  /** Codes that an event is refused with, or the kind of the refusal. */
  async faults(event: Sent, input: JsonObject = {}, who?: Who): Promise<string[]> {
    const answer = await this.attempt(event, input, who)
    return answer.__typename === 'Invalid' ? (answer.fields ?? []).map(({ code }) => code) : [answer.__typename]
  }

  async row() {
    return this.world.db.selectFrom('task').selectAll().where('id', '=', this.key).executeTakeFirstOrThrow()
  }

  /** Running clocks with their due times, or why they pause. */
  async clocks(): Promise<Record<string, string>> {
    const rows = await this.world.db
      .selectFrom('deadline')
      .selectAll()
      .where('task_id', '=', this.key)
      .where('stopped_at', 'is', null)
      .execute()
    return Object.fromEntries(
      rows.map(({ clock, due_at, pauses }) => [clock, due_at?.toISOString() ?? `paused: ${pauses.at(-1)?.reason}`]),
    )
  }
}

/** A task just sent to the rolling mill, due in three days. */
export async function sentTask(claim: DrivenClaim, input: JsonObject = {}): Promise<DrivenTask> {
  await claim.do('sendTask', input)
  const task = (await claim.tasks()).at(-1)
  return new DrivenTask(claim.world, task?.id ?? '')
}
