/** Access levels of a member or an API key, from the most to the least powerful in everyday speech. They are roles, not a ladder: a reviewer may release but not write, a developer the other way round. */
export const LEVELS = ['admin', 'developer', 'reviewer', 'viewer'] as const

/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number]

/** Whether a text from outside (a column, an argument) names an access level. */
export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text)
}
