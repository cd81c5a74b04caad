// Types of the client's GraphQL operations: each `.graphql` file, checked against the schema, becomes a typed module.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql'
import { inputTypeText, outputTypeText } from './client-types.ts'

export interface OperationFile {
  /** Path from the client's folder. */
  path: string
  text: string
}

/** Module name → text; throws with every fault where an operation does not fit the schema. */
export function operationModules(schema: GraphQLSchema, files: readonly OperationFile[]): Record<string, string> {
  const parsed = files.map(({ path, text }) => ({ path, document: parse(text, { noLocation: true }) }))
  const whole: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: parsed.flatMap(({ document }) => document.definitions),
  }
  const faults = validate(schema, whole, specifiedRules)
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'))
  const fragments = new Map(
    whole.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  )
  return Object.fromEntries(parsed.map((file) => [moduleName(file.path), moduleText(schema, fragments, file)]))
}

function moduleName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.graphql$/, '.ts')
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

function moduleText(
  schema: GraphQLSchema,
  fragments: Fragments,
  file: { path: string; document: DocumentNode },
): string {
  const parts = file.document.definitions.map((node) => {
    if (node.kind === Kind.FRAGMENT_DEFINITION) return fragmentText(schema, fragments, node)
    return node.kind === Kind.OPERATION_DEFINITION ? operationText(schema, fragments, node) : ''
  })
  const head = `// Made of client/${file.path} by \`npm run generate\`; not written by hand.`
  const hasOperation = file.document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  const imports = hasOperation ? ["import { gql, type TypedDocumentNode } from '@urql/core'"] : []
  return `${[head, ...imports, ...parts].join('\n')}\n`
}

function fragmentText(schema: GraphQLSchema, fragments: Fragments, node: FragmentDefinitionNode): string {
  const name = node.name.value
  const type = schema.getType(node.typeCondition.name.value)
  const text = [node, ...used(fragments, node)].map(print).join('\n')
  const shape = outputTypeText({ schema, fragments }, type, node.selectionSet)
  return `export type ${name} = ${shape}\nexport const ${name}Text = ${JSON.stringify(oneLine(text))}`
}

function operationText(schema: GraphQLSchema, fragments: Fragments, node: OperationDefinitionNode): string {
  const name = node.name?.value
  if (!name) throw new Error('An operation of the client has no name')
  const variables = (node.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const optional = type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined
    return `${variable.name.value}${optional ? '?' : ''}: ${inputTypeText(schema, print(type))}`
  })
  const text = oneLine([node, ...used(fragments, node)].map(print).join('\n'))
  const shape = outputTypeText({ schema, fragments }, schema.getRootType(node.operation), node.selectionSet)
  return [
    `export type ${name}Data = ${shape}`,
    `export type ${name}Variables = { ${variables.join('; ')} }`,
    `export const ${name}Document: TypedDocumentNode<${name}Data, ${name}Variables> = gql(${JSON.stringify(text)})`,
  ].join('\n')
}

/** The fragments that a definition spreads, and those that these spread. */
function used(fragments: Fragments, of: OperationDefinitionNode | FragmentDefinitionNode): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>()
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment || found.has(name.value)) return
        found.set(name.value, fragment)
        collect(fragment)
      },
    })
  }
  collect(of)
  return [...found.values()]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
