import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf, type Ref } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { commitKey } from '../graphql/loaders.ts'
import { findableAs, Node, nodeId } from '../graphql/node.ts'
import { CommitType } from '../versions/schema.ts'
import type { DiffSide } from './comment-service.ts'
import type { CommentRow } from './discussion-store.ts'
import { authorOf, resolverOf } from './request-state.ts'
import { ChangeRequestType, ofFoundRequest } from './schema.ts'

export const DiffSideEnum = enumOf('DiffSide', ['base', 'head'], 'A side of a comparison', {
  base: 'Where source and target parted',
  head: 'Head of the source',
})

/** A comment that stands at a line. */
interface Anchored extends CommentRow {
  readonly commitId: string
  readonly side: string
  readonly line: number
  readonly excerpt: string
}

function anchorOf(row: CommentRow): Anchored | null {
  const { commitId, side, line, excerpt } = row
  if (commitId === null || side === null || line === null || excerpt === null) return null
  return { ...row, commitId, side, line, excerpt }
}

/** Where the line stands in the comparison now; null when it is gone. */
async function currentLine(anchor: Anchored, { loaders }: Context): Promise<number | null> {
  const { libraryId, changeRequestId, commitId, side, line } = anchor
  const { request, situation } = (await loaders.judgedRequest.load({ libraryId, id: changeRequestId }))!
  const now = side === 'head' ? situation.head : situation.base
  if (now === null) return null
  if (now === commitId) return line
  const [from, to] = await Promise.all(
    [commitId, now].map((id) => loaders.commit.load({ libraryId, id: commitKey(request.promptId, id) })),
  )
  const mapper = await loaders.lineMapper.load({
    libraryId,
    id: `${from!.contentHash} ${to!.contentHash}`,
  })
  return mapper!(line)
}

const AnchorType = builder.objectRef<Anchored>('CommentAnchor').implement({
  description: 'The line a comment stands at',
  fields: (t) => ({
    commit: t.field({
      type: CommitType,
      description: 'The commit whose text was looked at',
      resolve: async ({ libraryId, changeRequestId, commitId }, _args, { loaders }) => {
        const request = await loaders.changeRequest.load({ libraryId, id: changeRequestId })
        return (await loaders.commit.load({ libraryId, id: commitKey(request!.promptId, commitId) }))!
      },
    }),
    side: t.field({
      type: DiffSideEnum,
      description: 'The side of the comparison',
      resolve: ({ side }) => side as DiffSide,
    }),
    line: t.exposeInt('line', { description: 'From 1' }),
    excerpt: t.exposeString('excerpt', {
      description: 'The line as it was, shortened where it is very long',
    }),
    currentLine: t.int({
      nullable: true,
      description: 'Where the line stands in the comparison now; null when it is gone',
      resolve: (anchor, _args, context) => currentLine(anchor, context),
    }),
  }),
})

export const CommentType: Ref<CommentRow> = builder.objectRef<CommentRow>('ChangeComment').implement({
  description: 'A remark on a change, or on a line of it',
  interfaces: [Node],
  fields: (t) => ({
    author: t.field({ type: ActorType, description: 'Who wrote it', resolve: authorOf }),
    body: t.exposeString('body', { description: 'Markdown, as typed' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written' }),
    editedAt: t.expose('editedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was edited last; null when it never was',
    }),
    anchor: t.field({
      type: AnchorType,
      nullable: true,
      description: 'The line it stands at; null: on the whole',
      resolve: anchorOf,
    }),
    outdated: t.boolean({
      description: 'The line changed since',
      resolve: async (row, _args, context) => {
        const anchor = anchorOf(row)
        return anchor !== null && (await currentLine(anchor, context)) === null
      },
    }),
    replyTo: t.field({
      type: CommentType,
      nullable: true,
      description: 'The comment that opened the thread it answers in; null when it opened one',
      resolve: ({ libraryId, replyToId }, _args, { loaders }) =>
        replyToId === null ? null : loaders.changeComment.load({ libraryId, id: replyToId }),
    }),
    resolvedAt: t.expose('resolvedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its thread was resolved; null while it is open',
    }),
    resolvedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who resolved it',
      resolve: resolverOf,
    }),
  }),
})
nodeId(CommentType, (row) => [row.libraryId, row.id])
findableAs('ChangeComment', 2, ([libraryId, id], { loaders }) =>
  ofFoundRequest(loaders, loaders.changeComment.load({ libraryId: libraryId!, id: id! })),
)

builder.objectField(ChangeRequestType, 'comments', (t) =>
  t.field({
    type: [CommentType],
    extensions: { cost: 25 },
    description: 'Remarks, oldest first; at most 500',
    resolve: async (row, _args, { loaders }) => (await loaders.changeComments.load(row)) ?? [],
  }),
)
