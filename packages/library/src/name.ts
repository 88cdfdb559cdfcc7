import { slugify } from './name-from-title.ts'

/** Form of every part of a prompt key: lower-case words of letters and digits, joined by single hyphens, a letter first. */
export const NAME_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Longest name, in characters. */
export const NAME_MAX_LENGTH = 60

/** Outcome of {@link validateName}; `suggestion` is a valid name close to what was typed, `null` when nothing in it could serve. */
export type NameCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string; readonly suggestion: string | null }

/** Check a name part (name, subcategory or variant), saying what is wrong and what would be right. */
export function validateName(name: string): NameCheck {
  const problem = problemOf(name)
  if (!problem) return { ok: true }
  const suggestion = slugify(name) || null
  return { ok: false, message: suggestion ? `${problem} Try "${suggestion}".` : problem, suggestion }
}

function problemOf(name: string): string | null {
  if (name.trim() === '') return 'A name is needed, for example "ticket-triage".'
  if (name.length > NAME_MAX_LENGTH) {
    return `A name has at most ${NAME_MAX_LENGTH} characters; this one has ${name.length}.`
  }
  if (NAME_PATTERN.test(name)) return null
  if (/^[0-9]/.test(name)) return 'A name begins with a letter.'
  if (/[A-Z]/.test(name)) return 'A name is written in lower case, with hyphens between words.'
  if (/\s|_/.test(name)) return 'Words in a name are joined by hyphens.'
  if (/[^a-z0-9-]/.test(name)) return 'A name holds only the letters a to z, digits and hyphens.'
  return 'Hyphens stand singly between words, not at the beginning, the end or next to each other.'
}
