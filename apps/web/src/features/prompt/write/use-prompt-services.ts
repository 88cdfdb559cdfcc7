import type { DiagnoseContext } from '@incipit/document'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { type Client, useClient } from 'urql'
import type { PromptServices } from '../../../editor/index.ts'
import { graphql } from '../../../graphql/index.ts'
import { dayText } from '../../../lib/day-text.ts'
import { promptAddress } from '../../../lib/prompt-address.ts'
import { showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'

const FindPromptsQuery = graphql(`
  query FindPrompts($library: String!, $search: String) {
    library(slug: $library) {
      id
      prompts(first: 20, filter: { search: $search }) {
        edges {
          node {
            id
            key
            name
            description
          }
        }
      }
    }
  }
`)

const FindVersionsQuery = graphql(`
  query FindVersions($library: String!, $key: String!, $startsWith: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        versions(startsWith: $startsWith) {
          id
          version
          message
          createdAt
        }
      }
    }
  }
`)

const PromptOfKeyQuery = graphql(`
  query PromptOfKey($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        key
        name
        description
        version
      }
    }
  }
`)

/** What the editor asks of the library: prompts to include, what is known of them, and the way to their pages. Give a memoized context. */
export function usePromptServices(known: DiagnoseContext): PromptServices {
  const { slug } = useLibrary()
  const client = useClient()
  const router = useRouter()
  return useMemo(
    () => ({
      findPrompts: (typed) => findPrompts(client, slug, typed),
      findVersions: (key, typed) => findVersions(client, slug, key, typed),
      promptOf: async (key) => {
        const { data, error } = await client.query(PromptOfKeyQuery, { library: slug, key })
        if (error) throw error
        return data?.library?.prompt ?? null
      },
      openPrompt: (key, version) => router.push(promptAddress(slug, key, version)),
      known,
      notify: (message) => showToast({ message }),
    }),
    [client, slug, router, known],
  )
}

/** Without a connection there is nothing to offer, which is no reason to say so while somebody types. */
async function findPrompts(client: Client, library: string, typed: string) {
  const { data } = await client.query(FindPromptsQuery, { library, search: typed || null })
  return data?.library?.prompts.edges.map(({ node }) => node) ?? []
}

/** Likewise. The newest is asked for each time: a version may have come since. */
async function findVersions(client: Client, library: string, key: string, startsWith: string) {
  const { data } = await client.query(
    FindVersionsQuery,
    { library, key, startsWith },
    { requestPolicy: 'network-only' },
  )
  return (data?.library?.prompt?.versions ?? []).map(({ version, message, createdAt }) => ({
    version: version ?? '',
    detail: `${dayText(createdAt)}, ${message.split('\n')[0]}`,
  }))
}
