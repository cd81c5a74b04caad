// The files of the repository that are printed from the code, with their text.
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from '../api.ts'
import { charts } from '../workflows/charts.ts'
import { diagram } from '../workflows/diagram.ts'
import { diagramFiles } from './diagram/diagram-files.ts'
import { permissionTables } from './permission-tables.ts'

/** Path from the project's root → text. */
export async function generatedFiles(): Promise<Record<string, string>> {
  return {
    'schema/schema.graphql': printedSchema(schema),
    'server/workflows/DIAGRAMS.md': diagrams(),
    ...(await diagramFiles()),
  }
}

export function printedSchema(printed: GraphQLSchema): string {
  const sorted = printSchema(lexicographicSortSchema(printed))
  return `# Printed from server/api.ts by \`npm run generate\`; not written by hand.\n\n${sorted}\n`
}

function diagrams(): string {
  const parts = [
    '<!-- Printed from the charts and the permission table by `npm run generate`; not written by hand. -->',
    '# Workflows',
    ...Object.values(charts).map(diagram),
    permissionTables(),
  ]
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`
}
