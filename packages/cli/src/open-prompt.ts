import { Failure, UsageError } from './failure.ts'
import { findLibrary } from './find-library.ts'
import { findLogin } from './find-login.ts'
import { type Ask, createAsk } from './graphql.ts'
import type { Surroundings } from './surroundings.ts'

/** Options of every command about one prompt. */
export const PROMPT_OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  url: { type: 'string' },
} as const

/** What help says of them. */
export const PROMPT_HELP = `  --library SLUG        the library; can be left out where the key has only one
  --json                print JSON
  --url URL             the server
`

/** A prompt that commands ask and change. */
export interface OpenPrompt {
  readonly key: string
  readonly ask: Ask
  /**
   * Asks for fields of the prompt.
   *
   * @param declared GraphQL declarations of the variables, such as `$ref: String!`
   * @throws Failure when there is no such prompt
   */
  readonly read: <T>(
    fields: string,
    declared?: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<T>
}

/** The prompt of a key. @throws UsageError without a key, Failure without a login or library */
export async function openPrompt(
  surroundings: Surroundings,
  key: string | undefined,
  values: { readonly library?: string | undefined; readonly url?: string | undefined },
): Promise<OpenPrompt> {
  if (key === undefined) throw new UsageError('Name a prompt by its key, such as agents-support-triage.')
  const ask = createAsk(surroundings, findLogin(surroundings, values.url))
  const { slug } = await findLibrary(ask, values.library)
  return {
    key,
    ask,
    async read<T>(fields: string, declared = '', variables: Readonly<Record<string, unknown>> = {}) {
      const { library } = await ask<{ library: { prompt: T | null } | null }>(
        `query ($slug: String!, $key: String!, ${declared}) { library(slug: $slug) { prompt(key: $key) { ${fields} } } }`,
        { slug, key, ...variables },
      )
      if (library?.prompt) return library.prompt
      throw new Failure(`There is no prompt "${key}" in the library ${slug}.`, 'NOT_FOUND')
    },
  }
}

/** The words of a command line, none too many. @throws UsageError that says what goes where */
export function atMost(words: readonly string[], most: number, usage: string): void {
  if (words.length > most) throw new UsageError(`There are too many words. Write: ${usage}`)
}
