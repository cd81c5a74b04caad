// A workflow event through the whole engine: information is asked for (clocks pause, one starts, a letter is queued), then no longer awaited.
import type { StepForm } from '../load/script.ts'

const mutation = (name: string, type: string) => `mutation Event($input: ${type}!, $key: String!) {
  answer: ${name}(input: $input, idempotencyKey: $key) { ... on ClaimMoved { revision } ... on Refusal { text } }
}`

export const askDocument = mutation('requestInformation', 'RequestInformationInput')
export const stopDocument = mutation('stopWaiting', 'StopWaitingInput')

export const asked = { questions: ['Please send a photograph of the label of the coil and of its inner diameter.'] }
export const stopped = { reason: 'The photograph came by telephone.' }

/** The two steps; `send` makes the part of the body that says which document is meant. */
export function eventForms(send: (document: string) => Record<string, unknown>): { forth: StepForm; back: StepForm } {
  return { forth: { body: send(askDocument), input: asked }, back: { body: send(stopDocument), input: stopped } }
}
