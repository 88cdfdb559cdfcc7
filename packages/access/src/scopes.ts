/**
 * What an API key can be limited to, besides its level:
 *
 * - `read`: prompts, history, members, settings
 * - `write`: create and change prompts and their live documents; archive; with an admin's level also restore and delete
 * - `commit`: store a version
 * - `import`: bring prompts in from files
 * - `review`: approve or refuse a change request
 * - `release`: deploy, advance, roll back
 * - `audit`: read the audit log
 *
 * There is no scope for members, invitations, keys and settings: a program can never widen access.
 */
export const SCOPES = ['read', 'write', 'commit', 'import', 'review', 'release', 'audit'] as const

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number]

/** Whether a text from outside (a column, an argument) names a scope. */
export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text)
}
