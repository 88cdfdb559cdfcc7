import type { ChangeComment } from '../view/change-query.ts'

/** A remark with the answers to it, oldest first. */
export interface Thread {
  root: ChangeComment
  replies: readonly ChangeComment[]
}

/** Comments by thread, in the order in which the threads began. An answer whose remark is missing begins its own. */
export function threadsOf(comments: readonly ChangeComment[]): Thread[] {
  const threads = new Map<string, { root: ChangeComment; replies: ChangeComment[] }>()
  for (const comment of [...comments].sort((a, b) => a.createdAt.localeCompare(b.createdAt))) {
    const above = comment.replyTo ? threads.get(comment.replyTo.id) : undefined
    if (above) above.replies.push(comment)
    else threads.set(comment.id, { root: comment, replies: [] })
  }
  return [...threads.values()]
}

/** Threads on lines that nobody has settled yet. */
export function unresolvedOnLines(threads: readonly Thread[]): Thread[] {
  return threads.filter(({ root }) => root.anchor !== null && root.resolvedAt === null)
}
