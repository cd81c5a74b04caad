// `me`: who asks, and what he may do.
import { words } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { type Action, actions } from '../core/permission-table.ts'
import { can } from '../core/permissions.ts'
import { actorsOf, type ContactViewer, type PersonViewer } from '../core/viewer.ts'
import { builder } from '../graphql/builder.ts'
import { LabelLanguage } from '../graphql/labels.ts'
import { Actor, Position } from '../graphql/words.ts'
import { Person, RoleGrant } from './graphql.ts'
import { readGrants, readPerson } from './queries.ts'

const ViewerRole = builder.objectRef<ReturnType<typeof actorsOf>[number]>('ViewerRole').implement({
  description: 'A role the viewer acts in.',
  policy: 'open',
  fields: (t) => ({
    role: t.field({ type: Actor, description: 'The role.', resolve: (role) => role }),
    label: t.string({
      description: "The role in the request's language.",
      resolve: (role, _args, { language }) => label(language, 'role', role),
    }),
  }),
})

export const Viewer = builder.objectRef<PersonViewer | ContactViewer>('Viewer').implement({
  description: 'Who asks: a person of the works, or a contact of a customer by a signed link.',
  policy: 'open',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name.' }),
    language: t.field({
      type: LabelLanguage,
      description: 'Language of the labels in this answer.',
      resolve: (_viewer, _args, { language }) => language,
    }),
    timeZone: t.exposeString('timeZone', { description: 'IANA name of the time zone.' }),
    roles: t.field({ type: [ViewerRole], description: 'Roles, each once.', resolve: actorsOf }),
    positions: t.field({
      type: [Position],
      description: 'Positions that approve settlements.',
      resolve: (viewer) => (viewer.kind === 'person' ? [...viewer.positions] : []),
    }),
    actions: t.stringList({
      description: 'What the viewer can do at all; whether on this row, the row says.',
      resolve: (viewer) => words(actions).filter((action: Action) => can(viewer, action) !== null),
    }),
    person: t.field({
      type: Person,
      nullable: true,
      policy: 'open',
      description: 'The person of the works; null for a contact, and for who has no role.',
      resolve: ({ kind, id }, _args, context, info) => (kind === 'person' ? readPerson(context, info, id) : null),
    }),
    grants: t.field({
      type: [RoleGrant],
      description: 'The roles with where they are limited.',
      resolve: ({ kind, id }, _args, context, info) => (kind === 'person' ? readGrants(context, info, id) : []),
    }),
  }),
})

builder.queryField('me', (t) =>
  t.field({ type: Viewer, description: 'Who asks.', resolve: (_root, _args, { viewer }) => viewer }),
)
