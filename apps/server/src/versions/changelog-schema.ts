import type { ChangelogEntry, ChangelogSection } from '@incipit/version-control'
import { builder, enumOf } from '../graphql/builder.ts'
import { PromptType } from '../prompts/schema.ts'
import { CHANGELOG_ORDERS, type ChangelogView } from './changelog-service.ts'
import { ChangeTypeEnum, CommitType } from './schema.ts'
import type { CommitRow } from './store.ts'

const ChangelogOrderEnum = enumOf(
  'ChangelogOrder',
  CHANGELOG_ORDERS,
  'What the sections of a changelog are',
  {
    version: 'Version numbers',
    date: 'Days',
  },
)

type Commits = ChangelogView['commits']

const ChangelogEntryType = builder
  .objectRef<ChangelogEntry & { commits: Commits }>('ChangelogEntry')
  .implement({
    description: 'A change in a line',
    fields: (t) => ({
      prefix: t.exposeString('prefix', { description: 'What kind of change, such as Added:' }),
      text: t.exposeString('text', { description: 'First line of the message' }),
      changeType: t.field({
        type: ChangeTypeEnum,
        description: 'What kind of change',
        resolve: (entry) => entry.changeType,
      }),
      version: t.exposeString('version', {
        nullable: true,
        description: 'Its number; null where it took none',
      }),
      commit: t.field({
        type: CommitType,
        description: 'The commit',
        resolve: (entry) => commitOf(entry),
      }),
      authors: t.stringList({
        description: 'Names of everybody who wrote something of it',
        resolve: (entry) => [...entry.authors],
      }),
    }),
  })

const ChangelogSectionType = builder
  .objectRef<ChangelogSection & { commits: Commits }>('ChangelogSection')
  .implement({
    description: 'What came with a version, or on a day',
    fields: (t) => ({
      title: t.exposeString('title', { description: 'A version number, Unreleased, or a day' }),
      date: t.field({
        type: 'DateTime',
        description: 'When its newest commit was made',
        resolve: ({ entries, commits }) =>
          new Date(Math.max(...entries.map(({ id }) => commitOf({ id, commits }).createdAt.getTime()))),
      }),
      entries: t.field({
        type: [ChangelogEntryType],
        description: 'Its changes, breaking ones first',
        resolve: ({ entries, commits }) => entries.map((entry) => ({ ...entry, commits })),
      }),
    }),
  })

const ChangelogType = builder.objectRef<ChangelogView>('Changelog').implement({
  description: 'What changed, newest first: the last 1,000 commits of the branch at most, a merge as one',
  fields: (t) => ({
    sections: t.field({
      type: [ChangelogSectionType],
      description: 'By version or by day',
      extensions: { cost: 20 },
      resolve: ({ sections, commits }) => sections.map((section) => ({ ...section, commits })),
    }),
    markdown: t.exposeString('markdown', { description: 'The same as Markdown' }),
  }),
})

function commitOf({ id, commits }: { readonly id: string; readonly commits: Commits }): CommitRow {
  return commits.get(id)!
}

builder.objectField(PromptType, 'changelog', (t) =>
  t.field({
    type: ChangelogType,
    description: 'What changed, by version or by day',
    args: {
      days: t.arg.int({ description: 'Only the last so many days' }),
      by: t.arg({
        type: ChangelogOrderEnum,
        required: true,
        defaultValue: 'version',
        description: 'What the sections are',
      }),
      branch: t.arg.string({ description: 'The branch; main where absent' }),
    },
    extensions: { cost: 50 },
    resolve: async (row, { days, by, branch }, { features, loaders }) =>
      features.versions.changelog(row, {
        branches: (await loaders.branchesOfPrompt.load(row)) ?? [],
        branch: branch ?? null,
        days: days ?? null,
        by,
      }),
  }),
)
