import { useMemo } from 'react'
import { useMutation } from 'urql'
import { FailureFragment, failureOf, graphql, type ResultOf, useConnection } from '../../../graphql/index.ts'
import { confirm, showToast } from '../../../ui/index.ts'
import { useLibrary, useLibraryActivity } from '../../shell/index.ts'

const ApiKeysQuery = graphql(`
  query ApiKeys($slug: String!, $first: Int, $after: String) {
    library(slug: $slug) {
      id
      apiKeys(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            name
            prefix
            level
            scopes
            createdAt
            expiresAt
            lastUsedAt
            revokedAt
            createdBy {
              id
              name
            }
          }
        }
      }
    }
  }
`)

const ApiKeyRevoke = graphql(
  `
  mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
    apiKeyRevoke(input: $input) {
      __typename
      ...Failure_Error
      ... on ApiKeyRevokePayload {
        apiKey {
          id
          revokedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export type ApiKey = NonNullable<ResultOf<typeof ApiKeysQuery>['library']>['apiKeys']['edges'][number]['node']

/** The keys of this library, and the way to revoke one. */
export function useApiKeys() {
  const { slug } = useLibrary()
  const variables = useMemo(() => ({ slug }), [slug])
  const list = useConnection({ query: ApiKeysQuery, variables, connection: (data) => data.library?.apiKeys })
  const [, revokeKey] = useMutation(ApiKeyRevoke)
  useLibraryActivity((activity) => {
    if (!activity || /key/i.test(activity.action)) list.refresh()
  })

  async function revoke(apiKey: ApiKey) {
    const agreed = await confirm({
      title: `Revoke ${apiKey.name}?`,
      text: 'The program that uses it is refused from now on. This cannot be taken back.',
      confirm: 'Revoke',
      destructive: true,
    })
    if (!agreed) return
    const failure = failureOf(await revokeKey({ input: { id: apiKey.id } }))
    showToast(failure ? { message: failure.message, tone: 'bad' } : { message: `${apiKey.name} revoked` })
    list.refresh()
  }

  return { ...list, revoke }
}
