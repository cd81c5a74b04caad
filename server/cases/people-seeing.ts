// The people who may see a case: those who can be named in its comments.
import type { GraphQLResolveInfo } from 'graphql'
import { type SqlBool, sql } from 'kysely'
import { badInput } from '../core/keyset.ts'
import { departmentsOf } from '../core/lock.ts'
import { type RowOf, readList } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { whoMay } from '../core/who-may.ts'
import { personShape } from '../organization/queries.ts'

const most = 50
const longestText = 200

/** At most `first` of them whose name has the text in it. */
export async function casePeopleSeeing(
  reader: Reader,
  info: GraphQLResolveInfo,
  caseId: string,
  { text, first }: { text: string; first: number },
): Promise<RowOf<'person'>[]> {
  if (first < 1 || first > most) throw badInput('first', `must be between 1 and ${most}`)
  if (text.length > longestText || text.includes('\u0000'))
    throw badInput('text', `has at most ${longestText} characters`)
  const place = await reader.engine.db
    .selectFrom('service_case')
    .where('id', '=', caseId)
    .select(['account_id as accountId', 'region_id as regionId'])
    .executeTakeFirstOrThrow()
  const seeing = whoMay('case.read', { ...place, departmentIds: departmentsOf(sql`${caseId}`) })
  return readList(reader, info, personShape, {
    where: sql<SqlBool>`position(fold(${text.trim()}) in fold(person.name)) > 0 and ${seeing}`,
    order: { columns: ['name', 'id'], direction: 'asc' },
    limit: first,
  })
}
