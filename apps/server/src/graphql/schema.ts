import './errors.ts'
import './node.ts'
import '../accounts/schema.ts'
import '../libraries/schema.ts'
import '../libraries/member-schema.ts'
import '../libraries/invitation-schema.ts'
import '../libraries/api-key-schema.ts'
import '../audit/schema.ts'
import '../prompts/schema.ts'
import '../lifecycle/schema.ts'
import '../catalogue/schema.ts'
import '../versions/schema.ts'
import '../versions/log-schema.ts'
import '../versions/tag-schema.ts'
import '../versions/blame-schema.ts'
import '../versions/comparison-schema.ts'
import '../versions/changelog-schema.ts'
import '../versions/proposal-schema.ts'
import '../versions/document-schema.ts'
import '../versions/branch-schema.ts'
import '../versions/branch-mutation-schema.ts'
import '../versions/conflict-schema.ts'
import '../versions/merge-schema.ts'
import '../change-requests/schema.ts'
import '../change-requests/mergeability-schema.ts'
import '../change-requests/review-schema.ts'
import '../change-requests/comment-schema.ts'
import '../change-requests/mutation-schema.ts'
import '../change-requests/comment-mutation-schema.ts'
import '../activity/schema.ts'
import '../activity/branch-schema.ts'
import '../activity/change-request-schema.ts'
import '../imports/schema.ts'
import '../setup/schema.ts'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { builder } from './builder.ts'

/** The whole schema: every feature's part, put together. */
export const schema: GraphQLSchema = builder.toSchema()

/** The contract as text, sorted, so that a difference is a change. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
