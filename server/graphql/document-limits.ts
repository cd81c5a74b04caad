/** Holds documents to the limits, which are checked first and alone, so that a hostile document costs next to nothing. */
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives'
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  validate,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { costRule } from './cost-rule.ts'

export const DOCUMENT_LIMITS = {
  depth: 10,
  aliases: 30,
  directives: 30,
  tokens: 2_000,
  /** A page of 100 claims with 20 fields and 10 history lines of 8 fields each costs about 11,000. */
  cost: 20_000,
  /** Faults told of one document. */
  faults: 20,
} as const

/** Parsing and validation within the limits; suggestions ("Did you mean …") are not given, since they tell the schema's names. */
export function limitDocuments({ introspection }: { introspection: boolean }): Plugin {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: DOCUMENT_LIMITS.tokens }))
    },
    onValidate({ setValidationFn }) {
      setValidationFn((schema, document) => {
        const beyond = validate(schema, document, limitRules, { maxErrors: 1 })
        if (beyond.length > 0) return beyond
        return validate(schema, document, rules, { maxErrors: DOCUMENT_LIMITS.faults, hideSuggestions: true })
      })
    },
    onExecute({ args }) {
      Object.assign(args, { hideSuggestions: true })
    },
    onSubscribe({ args }) {
      Object.assign(args, { hideSuggestions: true })
    },
  }
}

function refuse(context: ValidationContext | null, error: GraphQLError): void {
  const message = error.message.replace('Syntax Error: ', '')
  context?.reportError(new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } }))
}

const refusal = { onReject: [refuse], propagateOnRejection: false }

const limitRules: ValidationRule[] = [
  maxDepthRule({ n: DOCUMENT_LIMITS.depth, flattenFragments: true, ...refusal }),
  maxAliasesRule({ n: DOCUMENT_LIMITS.aliases, allowList: [], ...refusal }),
  maxDirectivesRule({ n: DOCUMENT_LIMITS.directives, ...refusal }),
  costRule(DOCUMENT_LIMITS.cost),
]
