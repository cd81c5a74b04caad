// The schema of the API: every slice adds its types and fields, from left to right.
import type { GraphQLSchema } from 'graphql'
import './organization/graphql.ts'
import './organization/catalogue-graphql.ts'
import './organization/policy-graphql.ts'
import './organization/viewer-graphql.ts'
import './accounts/graphql.ts'
import './materials/graphql.ts'
import './materials/certificate-graphql.ts'
import './cases/lists-graphql.ts'
import './cases/changes-graphql.ts'
import './cases/mutations.ts'
import './cases/task-mutations.ts'
import './claims/lists-graphql.ts'
import './claims/mutations.ts'
import './visits/graphql.ts'
import { builder } from './graphql/builder.ts'

export const schema: GraphQLSchema = builder.toSchema()
