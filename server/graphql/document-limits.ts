/** Holds documents to the limits, which are checked first and alone, so that a hostile document costs next to nothing. */
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives'
import {
  GraphQLError,
  Lexer,
  NoSchemaIntrospectionCustomRule,
  parse,
  Source,
  specifiedRules,
  TokenKind,
  type ValidationContext,
  type ValidationRule,
  validate,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { costRule } from './cost-rule.ts'
import { limits } from './limits.ts'

/** Brackets of any kind within each other. */
const NESTING = 60
/** Faults told of one document. */
const FAULTS = 20

/** Parsing and validation within the limits; suggestions ("Did you mean …") are not given, since they tell the schema's names. */
export function limitDocuments({ introspection }: { introspection: boolean }): Plugin {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        assertParsable(source)
        return parse(source, options)
      })
    },
    onValidate({ setValidationFn }) {
      setValidationFn((schema, document) => {
        const refusals = validate(schema, document, limitRules, { maxErrors: 1 })
        if (refusals.length > 0) return refusals
        return validate(schema, document, rules, { maxErrors: FAULTS, hideSuggestions: true })
      })
    },
  }
}

/** The parser calls itself for each bracket, so brackets are counted before: thousands of them would exhaust its stack. */
function assertParsable(text: string | Source): void {
  const lexer = new Lexer(typeof text === 'string' ? new Source(text) : text)
  let tokens = 0
  let nesting = 0
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1
    if (OPENING.has(token.kind)) nesting += 1
    if (CLOSING.has(token.kind)) nesting -= 1
    if (tokens > limits.tokens) throw beyond(`Token limit of ${limits.tokens} exceeded.`)
    if (nesting > NESTING) throw beyond(`Nesting limit of ${NESTING} exceeded.`)
  }
}

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

function beyond(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })
}

function refuse(context: ValidationContext | null, error: GraphQLError): void {
  context?.reportError(beyond(error.message.replace('Syntax Error: ', '')))
}

const refusal = { onReject: [refuse], propagateOnRejection: false }

const limitRules: ValidationRule[] = [
  maxDepthRule({ n: limits.depth, flattenFragments: true, ...refusal }),
  maxAliasesRule({ n: limits.aliases, allowList: [], ...refusal }),
  maxDirectivesRule({ n: limits.directives, ...refusal }),
  costRule(limits.complexity),
]
