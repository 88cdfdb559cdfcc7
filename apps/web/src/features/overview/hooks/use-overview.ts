import { useCallback } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../graphql/index.ts'
import { useLibrary, useRefreshOnActivity } from '../../shell/index.ts'

const WaitingFragment = graphql(`
  fragment Overview_Waiting on FoundPromptConnection @_unmask {
    totalCount
    edges {
      node {
        id
        key
        name
        modifiedAt
        errorCount
      }
    }
  }
`)

const OverviewQuery = graphql(
  `
  query LibraryOverview($slug: String!) {
    library(slug: $slug) {
      id
      statistics(days: 30) {
        promptCount
        archivedCount
        staleCount
        withErrorsCount
        pendingDeprecations
        totalChanges
        openChangeRequests
        contributors
        byStatus {
          value
          count
        }
        byCategory {
          value
          count
        }
        activity {
          day
          count
        }
      }
      deprecated: prompts(
        first: 5
        filter: { status: [DEPRECATED] }
        orderBy: { field: MODIFIED_AT, direction: ASC }
      ) {
        ...Overview_Waiting
      }
      stale: prompts(first: 5, filter: { stale: true }, orderBy: { field: MODIFIED_AT, direction: ASC }) {
        ...Overview_Waiting
      }
      wrong: prompts(first: 5, filter: { hasErrors: true }) {
        ...Overview_Waiting
      }
    }
  }
`,
  [WaitingFragment],
)

type Library = NonNullable<ResultOf<typeof OverviewQuery>['library']>

/** What is counted in a library. */
export type Statistics = Library['statistics']

/** A few prompts that wait for somebody, and how many there are. */
export type Waiting = Library['stale']

const CONCERNS = /^(prompt|commit|import|change|category)\./

/** Numbers of the library and the prompts that wait for somebody, kept current by what others do. */
export function useOverview() {
  const { slug } = useLibrary()
  const [{ data, error }, execute] = useQuery({
    query: OverviewQuery,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useRefreshOnActivity(refresh, CONCERNS)
  return { overview: data?.library ?? null, error, refresh }
}
