// Reads of people, departments, calendars, policies, rates, catalogues and routing.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Catalogue, Role } from '../../schema/vocabulary.ts'
import { type PageArgs, type RowOf, readList, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { list, one, type Shape, shape } from '../core/selection-shape.ts'

export const departmentShape: Shape<'department'> = shape('Department', 'department', {
  fields: { code: 'code', name: 'name', names: 'name', office: 'office', active: 'active' },
})

export const personShape: Shape<'person'> = shape('Person', 'person', {
  fields: {
    name: 'name',
    email: 'email',
    language: 'language',
    timeZone: 'time_zone',
    active: 'active',
    hasSecondFactor: 'second_factor',
    positions: list(() => personPositionShape, 'person_id', { order: { columns: ['position'], direction: 'asc' } }),
    grants: list(() => roleGrantShape, 'person_id', { order: { columns: ['granted_at', 'id'], direction: 'asc' } }),
    signInChanges: list(() => signInChangeShape, 'person_id', {
      order: { columns: ['at', 'id'], direction: 'desc' },
      limit: 20,
    }),
    absences: list(() => absenceShape, 'person_id', {
      order: { columns: ['from_at', 'id'], direction: 'desc' },
      limit: 50,
    }),
  },
})

const personPositionShape: Shape<'person_position'> = shape('PersonPosition', 'person_position', {
  key: 'person_id',
  always: ['position'],
  fields: {},
})

export const roleGrantShape: Shape<'role_grant'> = shape('RoleGrant', 'role_grant', {
  always: ['person_id'],
  fields: {
    role: 'role',
    roleLabel: 'role',
    person: one(() => personShape, 'person_id'),
    department: one(() => departmentShape, 'department_id'),
    grantedBy: one(() => personShape, 'granted_by'),
    grantedAt: 'granted_at',
  },
})

export const signInChangeShape: Shape<'sign_in_change'> = shape('SignInChange', 'sign_in_change', {
  fields: { kind: 'kind', label: 'kind', by: one(() => personShape, 'by_person_id'), at: 'at' },
})

export const absenceShape: Shape<'absence'> = shape('Absence', 'absence', {
  fields: {
    person: one(() => personShape, 'person_id'),
    deputy: one(() => personShape, 'deputy_id'),
    from: 'from_at',
    to: 'to_at',
  },
})

export const catalogueEntryShape: Shape<'catalogue_entry'> = shape('CatalogueEntry', 'catalogue_entry', {
  fields: { catalogue: 'catalogue', code: 'code', name: 'name', names: 'name', position: 'position', active: 'active' },
})

export const routingRuleShape: Shape<'routing_rule'> = shape('RoutingRule', 'routing_rule', {
  fields: {
    subject: 'subject',
    stage: 'stage',
    department: one(() => departmentShape, 'department_id'),
    dueWorkingDays: 'due_working_days',
  },
})

export interface PeopleFilter {
  role?: Role | null | undefined
  departmentId?: string | null | undefined
  active?: boolean | null | undefined
  text?: string | null | undefined
}

export function readPeople(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: PeopleFilter,
  args: PageArgs,
): Promise<Page<RowOf<'person'>>> {
  const eb = expressionBuilder<Database, 'person'>()
  const grants = eb
    .selectFrom('role_grant')
    .whereRef('role_grant.person_id', '=', 'person.id')
    .$if(filter.role != null, (query) => query.where(sql<SqlBool>`role_grant.role = ${filter.role}`))
    .$if(filter.departmentId != null, (query) =>
      query.where('role_grant.department_id', '=', filter.departmentId ?? ''),
    )
  const conditions: Expression<SqlBool>[] = [eb.lit(true)]
  if (filter.role != null || filter.departmentId != null) conditions.push(eb.exists(grants))
  if (filter.active != null) conditions.push(eb('person.active', '=', filter.active))
  if (filter.text) conditions.push(sql<SqlBool>`position(fold(${filter.text}) in fold(person.name)) > 0`)
  return readPage(reader, info, personShape, {
    where: eb.and(conditions),
    order: { columns: ['name', 'id'], direction: 'asc' },
    args,
  })
}

export function readPerson(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<RowOf<'person'> | null> {
  return readOne(reader, info, personShape, sql<SqlBool>`person.id = ${id}`)
}

/** The people with these ids, by name. */
export function readPeopleByIds(
  reader: Reader,
  info: GraphQLResolveInfo,
  ids: readonly string[],
): Promise<RowOf<'person'>[]> {
  return readList(reader, info, personShape, {
    where: sql<SqlBool>`person.id = any(${ids})`,
    order: { columns: ['name', 'id'], direction: 'asc' },
  })
}

/** The grants in force for a person: what the viewer's own page shows. */
export function readGrants(reader: Reader, info: GraphQLResolveInfo, personId: string): Promise<RowOf<'role_grant'>[]> {
  return readList(reader, info, roleGrantShape, {
    where: sql<SqlBool>`role_grant.person_id = ${personId}`,
    order: { columns: ['granted_at', 'id'], direction: 'asc' },
  })
}

export function readDepartments(
  reader: Reader,
  info: GraphQLResolveInfo,
  inactive: boolean,
): Promise<RowOf<'department'>[]> {
  return readList(reader, info, departmentShape, {
    where: inactive ? sql<SqlBool>`true` : sql<SqlBool>`department.active`,
    order: { columns: ['code'], direction: 'asc' },
  })
}

export function readCatalogue(
  reader: Reader,
  info: GraphQLResolveInfo,
  catalogue: Catalogue,
  inactive: boolean,
): Promise<RowOf<'catalogue_entry'>[]> {
  return readList(reader, info, catalogueEntryShape, {
    where: sql<SqlBool>`catalogue_entry.catalogue = ${catalogue} and (catalogue_entry.active or ${inactive})`,
    order: { columns: ['position', 'code'], direction: 'asc' },
  })
}

export function readRoutingRules(reader: Reader, info: GraphQLResolveInfo): Promise<RowOf<'routing_rule'>[]> {
  return readList(reader, info, routingRuleShape, {
    where: sql<SqlBool>`true`,
    order: { columns: ['subject', 'stage'], direction: 'asc' },
  })
}
