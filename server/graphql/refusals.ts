// Refusals as types of the API: each mutation answers its result or one of these.
import type { ObjectRef } from '@pothos/core'
import { faultText } from '../core/labels/fault-text.ts'
import { refusalText } from '../core/labels/refusal-text.ts'
import type { FieldFault, Refusal } from '../core/refusal.ts'
import { Refused } from '../core/refusal.ts'
import { builder } from './builder.ts'
import type { BuilderTypes } from './connection.ts'
import type { RequestContext } from './context.ts'

type Kind = Refusal['kind']

/** A refusal on its way out. */
export interface Refusing {
  refusal: Refusal
}
type Just<K extends Kind> = { refusal: Extract<Refusal, { kind: K }> }

export const RefusalInterface = builder.interfaceRef<Refusing>('Refusal').implement({
  description: 'Why a command was not carried out; nothing has changed.',
  policy: 'open',
  resolveType: ({ refusal }) => typeNames[refusal.kind],
  fields: (t) => ({
    text: t.string({
      description: "What to tell the person, in the request's language.",
      resolve: ({ refusal }, _args, { language }) =>
        refusal.kind === 'stale'
          ? refusalText(language, 'stale', { revision: refusal.revision, current: refusal.current })
          : refusalText(language, refusal.kind),
    }),
  }),
})

const typeNames = {
  wrongState: 'WrongState',
  stale: 'Stale',
  invalid: 'Invalid',
  notAllowed: 'NotAllowed',
  notFound: 'NotFound',
  keyReused: 'KeyReused',
} as const satisfies Record<Kind, string>

const Fault = builder.objectRef<FieldFault>('FieldFault').implement({
  description: 'What is missing or not right with one field of the input.',
  policy: 'open',
  fields: (t) => ({
    field: t.exposeString('field', {
      nullable: true,
      description: 'Path of the field: `items.2.claimedMass`; null for the whole.',
    }),
    code: t.exposeString('code', { description: 'Stable name of the fault.' }),
    text: t.string({
      description: "The fault in words, in the request's language.",
      resolve: ({ code, params }, _args, { language }) => faultText(language, code, params) ?? code,
    }),
  }),
})

const WrongState = builder.objectRef<Just<'wrongState'>>('WrongState').implement({
  description: 'The state does not take this step.',
  policy: 'open',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    states: t.stringList({
      description: 'The present states, one per region.',
      resolve: ({ refusal }) => refusal.states,
    }),
    allowed: t.stringList({ description: 'Events that are possible now.', resolve: ({ refusal }) => refusal.allowed }),
  }),
})

const Stale = builder.objectRef<Just<'stale'>>('Stale').implement({
  description: 'Somebody else changed it meanwhile: look at it anew.',
  policy: 'open',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    revision: t.int({
      description: 'The revision that the command was meant for.',
      resolve: ({ refusal }) => refusal.revision,
    }),
    current: t.int({ description: 'The revision there is now.', resolve: ({ refusal }) => refusal.current }),
  }),
})

const Invalid = builder.objectRef<Just<'invalid'>>('Invalid').implement({
  description: 'Something is missing or not right; the fields say what.',
  policy: 'open',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    fields: t.field({ type: [Fault], description: 'All faults found.', resolve: ({ refusal }) => refusal.fields }),
  }),
})

const NotAllowed = builder.objectRef<Just<'notAllowed'>>('NotAllowed').implement({
  description: 'The viewer sees it and may not do this with it.',
  policy: 'open',
  interfaces: [RefusalInterface],
})
const NotFound = builder.objectRef<Just<'notFound'>>('NotFound').implement({
  description: 'There is no such thing, or the viewer may not see it.',
  policy: 'open',
  interfaces: [RefusalInterface],
})
const KeyReused = builder.objectRef<Just<'keyReused'>>('KeyReused').implement({
  description: 'The idempotency key was used for another command.',
  policy: 'open',
  interfaces: [RefusalInterface],
})

const refusalTypes = {
  wrongState: WrongState,
  stale: Stale,
  invalid: Invalid,
  notAllowed: NotAllowed,
  notFound: NotFound,
  keyReused: KeyReused,
}
const usual = ['invalid', 'notAllowed', 'notFound', 'keyReused'] as const satisfies readonly Kind[]

/** The answer of a mutation: `success`, or one of the refusals (with `more`, also those of what has a state or a revision). */
export function answerUnion<R extends object>(
  name: string,
  success: ObjectRef<BuilderTypes, R, R>,
  more: readonly Kind[] = [],
) {
  const kinds: Kind[] = [...more, ...usual]
  const types = kinds.map((kind) => refusalTypes[kind] as ObjectRef<BuilderTypes, Refusing, Refusing>)
  return builder.unionType(name, {
    description: `${success.name}, or why not.`,
    types: [success, ...types],
    resolveType: (value) => (isRefusing(value) ? typeNames[value.refusal.kind] : success.name),
  })
}

/** Runs a command; a refusal thrown on the way is its answer. */
export async function answering<R>(
  command: { name: string; context: RequestContext },
  run: () => Promise<R>,
): Promise<R | Refusing> {
  try {
    return await run()
  } catch (error) {
    return { refusal: refusalOf(error, command) }
  }
}

/** The refusal that was thrown; the log is told of what was asked without the right to it. */
export function refusalOf(error: unknown, { name, context }: { name: string; context: RequestContext }): Refusal {
  if (!(error instanceof Refused)) throw error
  if (error.refusal.kind === 'notAllowed') context.notAllowed?.(name)
  return error.refusal
}

function isRefusing(value: object): value is Refusing {
  return 'refusal' in value
}
