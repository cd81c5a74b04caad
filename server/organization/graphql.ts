// People, departments, roles and absences in the graph.
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { labelIn, Translated } from '../graphql/labels.ts'
import { answerNode, filterKey, Node } from '../graphql/node.ts'
import { SignInChangeKind } from '../graphql/sign-in-words.ts'
import { Office, Position, Role } from '../graphql/words.ts'
import {
  absenceShape,
  departmentShape,
  personShape,
  readDepartments,
  readPeople,
  roleGrantShape,
  signInChangeShape,
} from './queries.ts'
import { grantsSeen, people } from './visibility.ts'

export const Department = builder.objectRef<RowOf<'department'>>('Department').implement({
  description: 'A department of the works that answers tasks.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Short stable name.' }),
    name: t.string({
      description: "Name in the request's language.",
      resolve: ({ name }, _args, context) => labelIn(context, name),
    }),
    names: t.field({ type: Translated, description: 'Name in all languages.', resolve: ({ name }) => name }),
    office: t.expose('office', { type: Office, description: 'The office it belongs to.' }),
    active: t.exposeBoolean('active', { description: 'Whether tasks can be sent to it.' }),
  }),
})
answerNode(departmentShape, 'open', people)

export const Person = builder.objectRef<RowOf<'person'>>('Person').implement({
  description: 'A person of the works.',
  policy: 'open',
  interfaces: [Node],
  facts: ({ id }) => ({ personId: id }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name.' }),
    active: t.exposeBoolean('active', { description: 'Whether the person still signs in.' }),
    email: t.exposeString('email', { nullable: true, policy: 'staff', description: 'Address to sign in with.' }),
    language: t.exposeString('language', {
      nullable: true,
      policy: 'staff',
      description: 'Language of labels and letters.',
    }),
    timeZone: t.exposeString('time_zone', {
      nullable: true,
      policy: 'staff',
      description: 'IANA name of the time zone.',
    }),
    positions: t.field({
      type: [Position],
      policy: 'internal',
      description: 'Positions that approve settlements.',
      resolve: async (person, args, context, info) => {
        const rows = await relatedList<'person_position'>(personShape, 'positions')(person, args, context, info)
        return rows.map(({ position }) => position)
      },
    }),
    grants: t.field({
      type: [RoleGrant],
      policy: 'administration',
      description: 'The roles granted to the person.',
      resolve: relatedList<'role_grant'>(personShape, 'grants'),
    }),
    hasSecondFactor: t.exposeBoolean('second_factor', {
      nullable: true,
      policy: 'staff',
      description: 'Whether sign-in asks for a code too.',
    }),
    signInChanges: t.field({
      type: [SignInChange],
      policy: 'staff',
      description: 'What happened to the password and the second factor, the newest first; at most 20.',
      resolve: relatedList<'sign_in_change'>(personShape, 'signInChanges'),
    }),
    absences: t.field({
      type: [Absence],
      policy: 'internal',
      description: 'Absences, the newest first.',
      resolve: relatedList<'absence'>(personShape, 'absences'),
    }),
  }),
})
answerNode(personShape, 'open', people)

export const SignInChange = builder.objectRef<RowOf<'sign_in_change'>>('SignInChange')
export const RoleGrant = builder.objectRef<RowOf<'role_grant'>>('RoleGrant')
export const Absence = builder.objectRef<RowOf<'absence'>>('Absence')

SignInChange.implement({
  description: "Something that happened to a person's password or second factor.",
  policy: 'open',
  fields: (t) => ({
    kind: t.expose('kind', { type: SignInChangeKind, description: 'What happened.' }),
    label: t.string({
      description: "What happened, in the request's language.",
      resolve: ({ kind }, _args, { language }) => label(language, 'signInChange', kind),
    }),
    by: t.field({
      type: Person,
      nullable: true,
      description: 'Who did it; null for the installation.',
      resolve: relatedOneOrNull<'person'>(signInChangeShape, 'by'),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
})

RoleGrant.implement({
  description: 'A role that a person holds, where it is limited, and who gave it.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    role: t.expose('role', { type: Role, description: 'The role.' }),
    roleLabel: t.string({
      description: "The role in the request's language.",
      resolve: ({ role }, _args, { language }) => label(language, 'role', role),
    }),
    person: t.field({
      type: Person,
      description: 'Who holds it.',
      resolve: relatedOne<'person'>(roleGrantShape, 'person'),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The department it is limited to.',
      resolve: relatedOneOrNull<'department'>(roleGrantShape, 'department'),
    }),
    grantedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who granted it; null for grants of the installation.',
      resolve: relatedOneOrNull<'person'>(roleGrantShape, 'grantedBy'),
    }),
    grantedAt: t.expose('granted_at', { type: 'DateTime', description: 'When it was granted.' }),
  }),
})

Absence.implement({
  description: 'A time in which a person is away and somebody stands in.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who is away.',
      resolve: relatedOne<'person'>(absenceShape, 'person'),
    }),
    deputy: t.field({
      type: Person,
      nullable: true,
      description: 'Who stands in.',
      resolve: relatedOneOrNull<'person'>(absenceShape, 'deputy'),
    }),
    from: t.expose('from_at', { type: 'DateTime', description: 'From when.' }),
    to: t.expose('to_at', { type: 'DateTime', description: 'Until when.' }),
  }),
})
answerNode(roleGrantShape, 'internal', grantsSeen)
answerNode(absenceShape, 'internal', people)

builder.queryFields((t) => ({
  people: t.field({
    type: connectionOf(Person),
    nullable: true,
    policy: 'internal',
    description: 'People of the works by name.',
    args: {
      ...pageArgs(),
      role: t.arg({ type: Role, description: 'Only who holds this role.' }),
      departmentId: t.arg.id({ description: 'Only who holds a role in this department.' }),
      active: t.arg.boolean({ description: 'Only active or only inactive people.' }),
      text: t.arg.string({ description: 'Part of the name; accents and capitals do not matter.' }),
    },
    resolve: (_root, { role, departmentId, active, text, ...page }, context, info) =>
      readPeople(
        context,
        info,
        { role, departmentId: filterKey('Department', departmentId, 'departmentId'), active, text },
        page,
      ),
  }),
  departments: t.field({
    type: [Department],
    policy: 'internal',
    description: 'Departments of the works.',
    args: { inactive: t.arg.boolean({ description: 'Also those that are no longer active.' }) },
    resolve: (_root, { inactive }, context, info) => readDepartments(context, info, inactive ?? false),
  }),
}))
