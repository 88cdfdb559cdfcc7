import { Failure, UsageError } from './failure.ts'
import { findLibrary, type LibraryRef } from './find-library.ts'
import { findLogin } from './find-login.ts'
import { type Ask, createAsk } from './graphql.ts'
import { PROMPT_HELP, PROMPT_OPTIONS } from './open-prompt.ts'
import type { Surroundings } from './surroundings.ts'

/** Options of every command about a library. */
export const LIBRARY_OPTIONS = { ...PROMPT_OPTIONS, format: { type: 'string' } } as const

/** What help says of them. */
export const LIBRARY_HELP = `  --format text|json    json is the same as --json
${PROMPT_HELP}`

/** A library that commands ask and change. */
export interface OpenLibrary extends LibraryRef {
  readonly ask: Ask
  /** Asks for fields of the library. @throws Failure when it has gone meanwhile */
  readonly read: <T>(
    fields: string,
    declared?: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<T>
}

/** The library to work with. @throws UsageError where one must be named, Failure without a login */
export async function openLibrary(
  surroundings: Surroundings,
  values: { readonly library?: string | undefined; readonly url?: string | undefined },
): Promise<OpenLibrary> {
  const ask = createAsk(surroundings, findLogin(surroundings, values.url))
  const found = await findLibrary(ask, values.library)
  return {
    ...found,
    ask,
    async read<T>(fields: string, declared = '', variables: Readonly<Record<string, unknown>> = {}) {
      const { library } = await ask<{ library: T | null }>(
        `query ($slug: String!, ${declared}) { library(slug: $slug) { ${fields} } }`,
        { slug: found.slug, ...variables },
      )
      if (library) return library
      throw new Failure(`There is no library "${found.slug}" any more.`, 'NOT_FOUND')
    },
  }
}

/** Whether programs read the answer. @throws UsageError for a format there is not */
export function isForPrograms(values: {
  readonly json?: boolean | undefined
  readonly format?: string | undefined
}): boolean {
  const { format = 'text' } = values
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`There is no format "${format}". Write --format text or --format json.`)
  return values.json === true || format === 'json'
}
