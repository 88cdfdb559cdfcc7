import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { referenceOf } from './preview-view.ts'

const IncludedTextsQuery = graphql(`
  query IncludedTexts($library: String!, $includes: [IncludeInput!]!) {
    library(slug: $library) {
      id
      tokenLimit
      includedTexts(includes: $includes) {
        key
        version
        content
        prompt {
          id
          key
          name
          version
        }
      }
    }
  }
`)

/** The most that the server is asked for at once. */
const MOST = 50

/** The prompts that a text includes, and those that these include. */
export interface IncludedTexts {
  /** By `key` or `key@version`; `null` where there is none, nothing where it is not known yet. */
  readonly texts: ReadonlyMap<string, string | null>
  /** Names and newest versions of the prompts, by key. */
  readonly prompts: ReadonlyMap<string, { readonly name: string; readonly version: string | null }>
  /** Tokens above which the library calls a prompt too long; `null` while that is not known. */
  readonly tokenLimit: number | null
  readonly failed: boolean
  readonly retry: () => void
}

/** Loads what is included, in one question; `references` are `key` or `key@version`, repetitions are asked for once. */
export function useIncludedTexts(references: readonly string[]): IncludedTexts {
  const { slug } = useLibrary()
  const wanted = [...new Set(references)].sort().slice(0, MOST).join(' ')
  const includes = useMemo(() => wanted.split(' ').filter(Boolean).map(includeInput), [wanted])
  const [{ data, error }, execute] = useQuery({
    query: IncludedTextsQuery,
    variables: { library: slug, includes },
    requestPolicy: 'cache-and-network',
  })
  return useMemo(() => {
    const found = data?.library?.includedTexts ?? []
    return {
      texts: new Map(found.map(({ key, version, content }) => [referenceOf(key, version), content])),
      prompts: new Map(found.flatMap(({ key, prompt }) => (prompt ? [[key, prompt] as const] : []))),
      tokenLimit: data?.library?.tokenLimit ?? null,
      failed: error !== undefined && !data,
      retry: () => execute({ requestPolicy: 'network-only' }),
    }
  }, [data, error, execute])
}

function includeInput(reference: string) {
  const [key = '', version] = reference.split('@')
  return { key, version: version ?? null }
}
