// What a visit began with and how the visitor behaved, in the graph: the dossier, and the check of eight steps.
import type {
  VisitDossier as Dossier,
  DossierLine as Line,
  VisitManner as Manner,
} from '../../schema/visit-vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { DossierTopic, VisitManner } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { dossierText } from './dossier-text.ts'
import { mannerPercent } from './manners.ts'
import { visitCheckShape } from './queries.ts'
import type { Part, Placed } from './report-graphql.ts'

const facts = ({ account_id, region_id }: Placed) => ({ accountId: account_id, regionId: region_id })

const DossierLine = builder.objectRef<Line>('DossierLine').implement({
  description: 'One thing to know before a visit.',
  policy: 'internal',
  fields: (t) => ({
    text: t.string({
      description: "In words; those of closed lists in the request's language.",
      resolve: (line, _args, { language }) => dossierText(line, language),
    }),
    number: t.exposeString('number', { nullable: true, description: 'Number of the case it tells of.' }),
    at: t.string({
      nullable: true,
      description: 'Day it is of: 2026-11-21; or the month or the year.',
      resolve: ({ at }) => at?.slice(0, 10) ?? null,
    }),
  }),
})

const DossierSection = builder.objectRef<Dossier['sections'][number]>('DossierSection').implement({
  description: 'What was known on one topic.',
  policy: 'internal',
  fields: (t) => ({
    topic: t.expose('topic', { type: DossierTopic, description: 'The topic.' }),
    topicLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ topic }, _args, { language }) => label(language, 'dossierTopic', topic),
    }),
    kept: t.boolean({
      description: 'Whether the product keeps anything of this topic.',
      resolve: ({ lines }) => lines !== null,
    }),
    lines: t.field({
      type: [DossierLine],
      description: 'What there was, the most pressing first; at most 20.',
      resolve: ({ lines }) => lines ?? [],
    }),
  }),
})

export const VisitDossier = builder.objectRef<Part<'visit_dossier'>>('VisitDossier').implement({
  description: 'What was known of the customer when the visit was prepared, kept as it was.',
  policy: 'knowledge',
  facts,
  fields: (t) => ({
    madeAt: t.expose('dossier_at', { type: 'DateTime', description: 'When it was made.' }),
    sections: t.field({
      type: [DossierSection],
      description: 'Topic by topic.',
      resolve: ({ content }) => content.sections,
    }),
  }),
})

export const VisitCheck = builder.objectRef<Part<'visit_check'>>('VisitCheck').implement({
  description: 'How the visitor kept to the eight steps for more satisfaction, as he or a colleague saw it.',
  policy: 'knowledge',
  facts,
  fields: (t) => ({
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who says so: the visitor himself, or a colleague.',
      resolve: relatedOneOrNull<'person'>(visitCheckShape, 'person'),
    }),
    kept: t.field({
      type: [VisitManner],
      description: 'The steps that were kept to.',
      resolve: ({ kept }) => kept as Manner[],
    }),
    percent: t.float({
      description: 'Their share of the eight, in percent.',
      resolve: ({ kept }) => mannerPercent(kept as Manner[]),
    }),
    checkedAt: t.expose('checked_at', { type: 'DateTime', description: 'When it was said last.' }),
  }),
})
