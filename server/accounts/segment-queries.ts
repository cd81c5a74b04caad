// Reads of segments, their characteristics and core competences.
import type { GraphQLResolveInfo } from 'graphql'
import { type SqlBool, sql } from 'kysely'
import { type RowOf, readList } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { computed, list, one, type Shape, shape } from '../core/selection-shape.ts'
import { accountShape } from './queries.ts'

export const characteristicShape: Shape<'segment_characteristic'> = shape(
  'SegmentCharacteristic',
  'segment_characteristic',
  {
    fields: {
      name: 'name',
      dependsOnSupplier: 'depends_on_supplier',
      measurable: 'measurable',
      correlatedWith: list(
        () => characteristicShape,
        (other, self) => sql`${sql.ref(`${other}.id`)}::text = any(${sql.ref(`${self}.correlated_with`)})`,
        { order: { columns: ['name', 'id'], direction: 'asc' }, limit: 50 },
      ),
    },
  },
)

export const segmentShape: Shape<'segment'> = shape('Segment', 'segment', {
  fields: {
    name: 'name',
    target: 'target',
    strategy: 'strategy',
    team: 'team',
    reviewOn: 'review_on',
    reviewOverdue: ['review_on', { kind: 'now', name: 'read_at' }],
    missing: ['strategy', 'team'],
    currency: 'currency',
    serviceCost: 'service_cost',
    productCost: 'product_cost',
    solutionCost: 'solution_cost',
    contactCost: 'contact_cost',
    cost: ['service_cost', 'product_cost', 'solution_cost', 'contact_cost'],
    accounts: computed(
      'accounts',
      'plain',
      (alias) => sql`(select count(*)::int from account where account.segment_id = ${sql.ref(`${alias}.id`)})`,
    ),
    characteristics: list(
      () => characteristicShape,
      (other, self) => sql`${sql.ref(`${other}.id`)}::text = any(${sql.ref(`${self}.characteristics`)})`,
      { order: { columns: ['name', 'id'], direction: 'asc' }, limit: 50 },
    ),
  },
})

const actives = computed('actives', 'plain', () => sql`(select count(*)::int from core_competence where active)`)

export const competenceShape: Shape<'core_competence'> = shape('CoreCompetence', 'core_competence', {
  fields: {
    wording: 'wording',
    longTerm: 'long_term',
    recognised: 'recognised',
    repeatable: 'repeatable',
    specific: 'specific',
    perceived: 'perceived',
    score: ['long_term', 'recognised', 'repeatable', 'specific', 'perceived'],
    active: 'active',
    crowded: ['active', actives],
  },
})

accountShape.fields.set(
  'segment',
  one(() => segmentShape, 'segment_id'),
)
accountShape.fields.set(
  'competences',
  list(
    () => competenceShape,
    (other, self) => sql`${sql.ref(`${other}.id`)} in
      (select competence_id from account_competence where account_id = ${sql.ref(`${self}.id`)})`,
    { order: { columns: ['wording', 'id'], direction: 'asc' }, limit: 50 },
  ),
)

const everyone = sql<SqlBool>`true`

export function readSegments(reader: Reader, info: GraphQLResolveInfo): Promise<RowOf<'segment'>[]> {
  return readList(reader, info, segmentShape, { where: everyone, order: { columns: ['name'], direction: 'asc' } })
}

export function readCharacteristics(
  reader: Reader,
  info: GraphQLResolveInfo,
): Promise<RowOf<'segment_characteristic'>[]> {
  return readList(reader, info, characteristicShape, {
    where: everyone,
    order: { columns: ['name'], direction: 'asc' },
  })
}

export function readCompetences(reader: Reader, info: GraphQLResolveInfo): Promise<RowOf<'core_competence'>[]> {
  return readList(reader, info, competenceShape, { where: everyone, order: { columns: ['wording'], direction: 'asc' } })
}
