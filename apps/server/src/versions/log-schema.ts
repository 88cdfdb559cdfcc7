import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { PromptType } from '../prompts/schema.ts'
import { LOG_ORDERS, MOST_VERSIONS } from './log-service.ts'
import { CommitType } from './schema.ts'

const CommitConnection = connectionOf(CommitType, 'Commit')
const LogOrderEnum = enumOf('LogOrder', LOG_ORDERS, 'Which parents a list of commits follows', {
  full: 'Everything reachable, newest first',
  'first-parent': 'Only first parents',
})

builder.objectFields(PromptType, (t) => ({
  commits: t.field({
    type: CommitConnection,
    description: 'Commits of a branch, newest first',
    args: {
      ...pageArgs,
      branch: t.arg.string({ description: 'The branch; main where absent' }),
      order: t.arg({
        type: LogOrderEnum,
        required: true,
        defaultValue: 'full',
        description: 'With the commits that merges brought, or without',
      }),
      all: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Commits of every branch; branch must be absent then',
      }),
    },
    resolve: async (row, { branch, order, all, ...page }, { features, loaders }) =>
      features.versions.commits(row, page, {
        branches: (await loaders.branchesOfPrompt.load(row)) ?? [],
        branch: branch ?? null,
        all,
        order,
      }),
  }),
  versions: t.field({
    type: [CommitType],
    description: `Its commits with a version number, newest first; at most ${MOST_VERSIONS}`,
    args: { startsWith: t.arg.string({ description: 'Only numbers that begin so' }) },
    extensions: { cost: MOST_VERSIONS },
    resolve: (row, { startsWith }, { features }) => features.versions.versions(row, startsWith ?? ''),
  }),
  commit: t.field({
    type: CommitType,
    nullable: true,
    description: 'A commit by what people call it; null for none',
    args: {
      ref: t.arg.string({
        required: true,
        description:
          'Version number, tag, branch, hash, or a prefix of the hash of at least 7 characters that only one has',
      }),
    },
    resolve: async (row, { ref }, { features }) =>
      (await features.versions.resolveRef(row.libraryId, row.id, ref))?.commit ?? null,
  }),
}))
