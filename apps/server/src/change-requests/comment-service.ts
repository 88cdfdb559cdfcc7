import { can } from '@incipit/access'
import { actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  UnauthenticatedError,
  ValidationError,
} from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import type { ChangeRequestDeps } from './deps.ts'
import type { CommentRow } from './discussion-store.ts'
import { lineOf } from './line-of.ts'
import type { ChangeReader } from './reader.ts'
import { commentBody, MOST_REMARKS } from './request-input.ts'
import type { RequestKey } from './request-service.ts'
import { authoredBy, requestDetails, requestSubject } from './request-state.ts'
import type { ChangeRequestRow } from './store.ts'

export type DiffSide = 'base' | 'head'

/** A line of one side of the difference, at a commit. */
export interface AnchorInput {
  readonly commit: string
  readonly side: DiffSide
  readonly line: number
}

export interface NewComment extends RequestKey {
  readonly body: string
  readonly anchor: AnchorInput | null
  readonly replyTo: RequestKey | null
}

const NOT_ANCHORED = { commitId: null, side: null, line: null, excerpt: null } as const
const UNRESOLVED = { resolvedAt: null, resolverKind: null, resolverId: null, resolverName: null } as const

/** Talking about changes. */
export function createCommentService(deps: ChangeRequestDeps, reader: ChangeReader) {
  const { db, store, discussion, versions, changes, clock, newId } = deps

  /** The columns of an anchor, checked: the commit belongs to one of the sides, and the line is there. */
  async function anchored(key: RequestKey, anchor: AnchorInput) {
    const { request, head, targetHead } = await reader.situation(key)
    const graph = await versions.graphOf(key.libraryId, request.promptId)
    const known = [head, targetHead].some(
      (side) => side !== null && graph.has(anchor.commit) && graph.isAncestor(anchor.commit, side),
    )
    if (!known) {
      throw ValidationError.of(
        'anchor.commit',
        'This commit belongs to neither side of the change request. Name the base or the head of its comparison.',
      )
    }
    const content = (await reader.contentsOf(key.libraryId, request.promptId, [anchor.commit])).get(
      anchor.commit,
    )!
    const excerpt = lineOf(content, anchor.line)
    if (excerpt === null) {
      throw ValidationError.of(
        'anchor.line',
        `There is no line ${anchor.line} in that commit. Lines count from 1.`,
      )
    }
    return { commitId: anchor.commit, side: anchor.side, line: anchor.line, excerpt }
  }

  /** The comment that opens the thread an answer belongs to. */
  async function threadOf(key: RequestKey, replyTo: RequestKey): Promise<string> {
    const [comment] = await discussion.findComments(db, key.libraryId, [replyTo.id])
    if (!comment || replyTo.libraryId !== key.libraryId || comment.changeRequestId !== key.id)
      throw new NotFoundError('The comment')
    return comment.replyToId ?? comment.id
  }

  /** Changes a comment whose change request is locked. */
  async function change(
    actor: Parameters<ChangeRequestDeps['changes']['run']>[1],
    key: RequestKey,
    action: string,
    work: (before: CommentRow) => Partial<CommentRow>,
  ): Promise<CommentRow> {
    return changes.run(key.libraryId, actor, async (tx, note) => {
      const [found] = await discussion.findComments(tx, key.libraryId, [key.id])
      const request = (await store.lock(tx, key.libraryId, found!.changeRequestId))!
      const [before] = await discussion.findComments(tx, key.libraryId, [key.id])
      const after = await discussion.updateComment(tx, before!, work(before!))
      await store.update(tx, request, { updatedAt: clock.now() })
      note({
        action,
        subject: requestSubject(request),
        before: commentState(before!),
        after: commentState(after),
        details: { ...requestDetails(request), commentId: after.id, resolved: after.resolvedAt !== null },
        promptId: request.promptId,
      })
      return after
    })
  }

  async function find(key: RequestKey): Promise<CommentRow> {
    const [comment] = await discussion.findComments(db, key.libraryId, [key.id])
    if (!comment) throw new NotFoundError('The comment')
    return comment
  }

  /** Whoever may comment resolves threads, and so do their authors and the author of the change, whatever their level is by now. */
  async function resolver(caller: Caller, comment: CommentRow) {
    const { actor } = caller
    const subject = await caller.subjectIn(comment.libraryId)
    if (actor && subject && !can(subject, 'change.comment')) {
      const [request] = await store.find(db, comment.libraryId, [comment.changeRequestId])
      if (comment.authorId === actor.id || request!.authorId === actor.id) return actor
    }
    return authorize(caller, comment.libraryId, 'change.comment', 'The comment')
  }

  return {
    async comment(
      caller: Caller,
      input: NewComment,
    ): Promise<{ comment: CommentRow; changeRequest: ChangeRequestRow }> {
      const { libraryId, id } = input
      const actor = await authorize(caller, libraryId, 'change.comment', 'The change request')
      if (input.anchor && input.replyTo) {
        throw ValidationError.of('anchor', 'An answer stands where its thread stands. Give no line with it.')
      }
      const body = parseInput(commentBody, input.body)
      const place = input.anchor ? await anchored(input, input.anchor) : NOT_ANCHORED
      const replyToId = input.replyTo ? await threadOf(input, input.replyTo) : null
      return changes.run(libraryId, actor, async (tx, note) => {
        const request = await store.lock(tx, libraryId, id)
        if (!request) throw new NotFoundError('The change request')
        if ((await discussion.countComments(tx, libraryId, id)) >= MOST_REMARKS) {
          throw new ConflictError(
            `A change request has at most ${MOST_REMARKS} comments, and this one has them. Go on in another.`,
          )
        }
        const comment: CommentRow = {
          libraryId,
          id: newId(),
          changeRequestId: id,
          replyToId,
          body,
          ...place,
          ...authoredBy(actorRef(actor)),
          createdAt: clock.now(),
          editedAt: null,
          ...UNRESOLVED,
        }
        await discussion.insertComment(tx, comment)
        const changeRequest = await store.update(tx, request, { updatedAt: clock.now() })
        note({
          action: 'comment.create',
          subject: requestSubject(request),
          after: commentState(comment),
          details: { ...requestDetails(request), commentId: comment.id, line: comment.line },
          promptId: request.promptId,
        })
        return { comment, changeRequest }
      })
    },

    async editComment(caller: Caller, key: RequestKey, text: string): Promise<CommentRow> {
      const actor = await authorize(caller, key.libraryId, 'change.comment', 'The comment')
      const comment = await find(key)
      if (comment.authorId !== actor.id) {
        throw new ForbiddenError('Only who wrote a comment may edit it. Answer it instead.')
      }
      const body = parseInput(commentBody, text)
      return change(actor, key, 'comment.edit', () => ({ body, editedAt: clock.now() }))
    },

    async resolveComment(caller: Caller, key: RequestKey, resolved: boolean): Promise<CommentRow> {
      if (!caller.actor) throw new UnauthenticatedError()
      if (!(await caller.subjectIn(key.libraryId))) throw new NotFoundError('The comment')
      const [comment] = await discussion.findComments(db, key.libraryId, [key.id])
      if (!comment) throw await refusalOfMissing(caller, key)
      const actor = await resolver(caller, comment)
      if (comment.replyToId) {
        throw ValidationError.of(
          'id',
          'An answer cannot be resolved. Resolve the comment that opened its thread.',
        )
      }
      return change(actor, key, 'comment.resolve', (before) => {
        if (!resolved) return UNRESOLVED
        if (before.resolvedAt) return { resolvedAt: before.resolvedAt }
        const { kind, id, name } = actorRef(actor)
        return { resolvedAt: clock.now(), resolverKind: kind, resolverId: id, resolverName: name }
      })
    },
  }

  /** Who may not resolve anything here hears that first, as everywhere. */
  async function refusalOfMissing(caller: Caller, key: RequestKey): Promise<Error> {
    await authorize(caller, key.libraryId, 'change.comment', 'The comment')
    return new NotFoundError('The comment')
  }
}

/** What the audit log takes the hash of. */
function commentState(row: CommentRow) {
  return { body: row.body, replyTo: row.replyToId, resolved: row.resolvedAt !== null }
}
