import { z } from 'zod'
import { ValidationError } from './errors.ts'

/**
 * Checks an input against its schema.
 *
 * @throws ValidationError naming every field that is wrong.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new ValidationError(
    result.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  )
}

/** Text PostgreSQL can store and UTF-8 can carry: no NUL, no half of a surrogate pair. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

const UNSTORABLE = 'This text holds a NUL character or half of a character pair. Remove it.'

/** One line of text people read, trimmed. */
export function line(what: string, least: number, most: number) {
  return z
    .string()
    .refine(isStorable, UNSTORABLE)
    .trim()
    .min(
      least,
      least === 1
        ? `${what} is missing. Write at least one character.`
        : `${what} needs at least ${least} characters.`,
    )
    .max(most, `${what} has at most ${most} characters.`)
    .refine((text) => !/[\r\n]/.test(text), `${what} is one line. Remove the line break.`)
}

/** Text of several lines. */
export function prose(what: string, most: number) {
  return z.string().refine(isStorable, UNSTORABLE).max(most, `${what} has at most ${most} characters.`)
}

export const email = z
  .email('This is not an e-mail address. Write it like name@example.org.')
  .max(254, 'An e-mail address has at most 254 characters.')
