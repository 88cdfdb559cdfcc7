import { type ChangeType, changeTypeOf } from '@incipit/version-control'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { commitKey } from '../graphql/loaders.ts'
import { LibraryType } from '../libraries/schema.ts'
import { PromptType } from '../prompts/schema.ts'
import { MOST_CHANGELOG_DAYS } from './library-changelog.ts'
import { ChangeTypeEnum, CommitType } from './schema.ts'
import type { CommitRow } from './store.ts'

const LibraryChangeType = builder.objectRef<CommitRow>('LibraryChange').implement({
  description: 'A change of a prompt in a line',
  fields: (t) => ({
    prefix: t.string({
      description: 'What kind of change, such as Added:',
      resolve: (row) => changeTypeOf(row.changeType)!.changelogPrefix,
    }),
    text: t.string({
      description: 'First line of the message',
      resolve: (row) => row.message.trim().split('\n')[0]!.trim(),
    }),
    changeType: t.field({
      type: ChangeTypeEnum,
      description: 'What kind of change',
      resolve: (row) => row.changeType as ChangeType,
    }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'Its number; null where it took none',
    }),
    at: t.expose('createdAt', { type: 'DateTime', description: 'When it was committed' }),
    authors: t.stringList({
      description: 'Names of everybody who wrote something of it',
      resolve: async (row, _args, { loaders }) =>
        (
          (await loaders.authors.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.id) })) ??
          []
        ).map(({ authorName }) => authorName),
    }),
    commit: t.field({ type: CommitType, description: 'The commit', resolve: (row) => row }),
    prompt: t.field({
      type: PromptType,
      description: 'The prompt',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.prompt.load({ libraryId: row.libraryId, id: row.promptId }))!,
    }),
  }),
})
const LibraryChangeConnection = connectionOf(LibraryChangeType, 'LibraryChange')

builder.objectField(LibraryType, 'changelog', (t) =>
  t.field({
    type: LibraryChangeConnection,
    description: 'Commits on the mains of all prompts, newest first',
    args: {
      ...pageArgs,
      days: t.arg.int({
        required: true,
        defaultValue: 30,
        description: `The last so many days, 1 to ${MOST_CHANGELOG_DAYS}`,
      }),
      category: t.arg.stringList({ description: 'Only of prompts in these categories; empty for all' }),
      changeType: t.arg({ type: [ChangeTypeEnum], description: 'Only of these kinds; empty for all' }),
    },
    resolve: (row, { days, category, changeType, ...page }, { features }) =>
      features.versions.libraryChangelog(row.libraryId, { days, category, changeType }, page),
  }),
)
