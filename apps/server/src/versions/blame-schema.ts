import type { Blame } from '@incipit/version-control'
import { builder } from '../graphql/builder.ts'
import { commitKey } from '../graphql/loaders.ts'
import { CommitType } from './schema.ts'
import type { CommitRow } from './store.ts'

/** A stretch of a commit's content, and the number of the commit it comes from. */
interface Run {
  readonly of: CommitRow
  readonly start: number
  readonly count: number
  readonly seq: number
}

const BlameRunType = builder.objectRef<Run>('BlameRun').implement({
  description: 'A stretch of a content that one commit answers for',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'First line (from 1) or first character (from 0)' }),
    count: t.exposeInt('count', { description: 'Lines or characters' }),
    commit: t.field({
      type: CommitType,
      description: 'The commit that changed it last',
      resolve: async ({ of, seq }, _args, { loaders }) =>
        (await loaders.commitBySeq.load({
          libraryId: of.libraryId,
          id: commitKey(of.promptId, String(seq)),
        }))!,
    }),
  }),
})

const BlameType = builder.objectRef<{ of: CommitRow; blame: Blame }>('Blame').implement({
  description: 'Who wrote what of a content',
  fields: (t) => ({
    lines: t.field({
      type: [BlameRunType],
      description: 'Runs of lines covering the content',
      extensions: { cost: 20 },
      resolve: ({ of, blame }) => runsOf(of, blame.lines, 1),
    }),
    words: t.field({
      type: [BlameRunType],
      description: 'Runs of characters (UTF-16) covering the content',
      extensions: { cost: 100 },
      resolve: ({ of, blame }) => runsOf(of, blame.words, 0),
    }),
  }),
})

function runsOf(of: CommitRow, lengths: Blame['lines'], first: number): Run[] {
  let start = first
  return lengths.map(([count, seq]) => {
    const run = { of, start, count, seq }
    start += count
    return run
  })
}

builder.objectField(CommitType, 'blame', (t) =>
  t.field({
    type: BlameType,
    description: 'Who wrote what of the content',
    resolve: async (row, _args, { loaders }) => ({
      of: row,
      blame: (await loaders.blame.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.id) }))!,
    }),
  }),
)
