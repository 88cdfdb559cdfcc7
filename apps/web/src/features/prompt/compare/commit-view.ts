/** What the page of a commit shows of it: the difference to a parent, its text, or who wrote that. */
export const COMMIT_VIEWS = ['difference', 'content', 'blame'] as const
export type CommitView = (typeof COMMIT_VIEWS)[number]

/** The view an address asks for; the difference where it asks for none or for something else. */
export function parseCommitView(value: string | null): CommitView {
  return COMMIT_VIEWS.find((view) => view === value) ?? 'difference'
}

/** The query part of an address with this view; what else it says stays. */
export function formatCommitView(params: URLSearchParams, view: CommitView): string {
  const next = new URLSearchParams(params)
  next.delete('view')
  if (view !== 'difference') next.set('view', view)
  const text = next.toString().replaceAll('%2F', '/')
  return text === '' ? '' : `?${text}`
}

/** A message as title and the rest: its first line, and what follows it. */
export function splitMessage(message: string): { title: string; rest: string } {
  const [title = '', ...rest] = message.split('\n')
  return { title, rest: rest.join('\n').trim() }
}
