// Every type says who may read it, a field may say it narrower; what a viewer may not read is null to him.
import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type InterfaceParam,
  type PothosOutputFieldConfig,
  type PothosOutputFieldType,
  type PothosTypeConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import type { Policy } from '../core/permission-table.ts'
import { mayRead, type RowFacts } from '../core/permissions.ts'
import type { RequestContext } from './context.ts'
import { plainly } from './plain-fields.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      policy: PolicyPlugin<Types>
    }
    interface ObjectTypeOptions<Types extends SchemaTypes = SchemaTypes, Shape = unknown> {
      /** Who reads rows of this type. */
      policy: Policy
      /** What a policy's predicates may ask of a row; the type's shape always loads the columns. */
      facts?: (row: Shape) => RowFacts
    }
    interface InterfaceTypeOptions<
      Types extends SchemaTypes = SchemaTypes,
      Shape = unknown,
      Interfaces extends InterfaceParam<Types>[] = InterfaceParam<Types>[],
      ResolveType = unknown,
    > {
      policy: Policy
    }
    interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      /** Narrower than the type's. */
      policy?: Policy
    }
  }
}

type Resolver = GraphQLFieldResolver<unknown, object, object>
type Facts = ((row: unknown) => RowFacts) | undefined

export class PolicyPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(type: PothosTypeConfig): PothosTypeConfig {
    const needed = type.kind === 'Object' || type.kind === 'Interface'
    if (needed && !type.pothosOptions.policy) throw new Error(`${type.name} states no policy`)
    if (!type.description) throw new Error(`${type.name} has no description`)
    return type
  }

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const name = `${field.parentType}.${field.name}`
    if (!field.description) throw new Error(`${name} has no description`)
    for (const [arg, { description }] of Object.entries(field.args)) {
      if (!description) throw new Error(`${name}(${arg}) has no description`)
    }
    if (field.pothosOptions.policy && !mayHide(field.type)) throw new Error(`${name} has a policy and cannot be null`)
    return this.#isUnguarded(field)
      ? { ...field, extensions: { ...field.extensions, ...plainly(field.extensions?.pothosExposedField) } }
      : field
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const target = this.#policyOf(field.type)
    const own = field.pothosOptions.policy
    let guarded = resolve
    if (target) {
      if (!mayHide(field.type))
        throw new Error(`${field.parentType}.${field.name} returns a guarded type and cannot be null`)
      guarded = hidden(guarded, target.policy, target.facts)
    }
    const nothing = field.type.kind === 'List' && !field.type.nullable ? [] : null
    return own ? asked(guarded, own, this.#parentFacts(field), nothing) : guarded
  }

  /** The policy of the object type a field returns, where not everybody reads it. */
  #policyOf(type: PothosOutputFieldType<Types>): { policy: Policy; facts: Facts } | undefined {
    if (type.kind === 'List') return this.#policyOf(type.type)
    if (type.kind !== 'Object') return undefined
    const config = this.buildCache.getTypeConfig(type.ref, 'Object')
    const { policy, facts } = config.pothosOptions
    return policy === 'open' ? undefined : { policy, facts: facts as Facts }
  }

  /** Whether everybody who has the row reads its word, number or moment. */
  #isUnguarded({ type, pothosOptions }: PothosOutputFieldConfig<Types>): boolean {
    const bare = type.kind === 'List' ? type.type : type
    return !pothosOptions.policy && (bare.kind === 'Scalar' || bare.kind === 'Enum')
  }

  #parentFacts(field: PothosOutputFieldConfig<Types>): Facts {
    const parent = this.buildCache.getTypeConfig(field.parentType)
    return parent.kind === 'Object' ? (parent.pothosOptions.facts as Facts) : undefined
  }
}

function mayHide(type: { kind: string; nullable: boolean }): boolean {
  return type.nullable || type.kind === 'List'
}

/** The field's own policy, asked about the row it stands on before anything is read. */
function asked(resolve: Resolver, policy: Policy, facts: Facts, nothing: unknown): Resolver {
  return (row, args, context, info) =>
    mayRead(viewerOf(context), policy, facts?.(row)) ? resolve(row, args, context, info) : nothing
}

/** The policy of the type that the field returns, asked about each row of it. */
function hidden(resolve: Resolver, policy: Policy, facts: Facts): Resolver {
  const narrow = (value: unknown, viewer: RequestContext['viewer']): unknown => {
    const seen = (one: unknown) => one != null && mayRead(viewer, policy, facts?.(one))
    if (Array.isArray(value)) return value.filter(seen)
    return seen(value) ? value : null
  }
  return (row, args, context, info) => {
    const value: unknown = resolve(row, args, context, info)
    // What was preloaded is there already: a promise for each of its rows would cost more than the question.
    return value instanceof Promise
      ? value.then((later: unknown) => narrow(later, viewerOf(context)))
      : narrow(value, viewerOf(context))
  }
}

function viewerOf(context: object): RequestContext['viewer'] {
  return (context as RequestContext).viewer
}

SchemaBuilder.registerPlugin('policy', PolicyPlugin)
