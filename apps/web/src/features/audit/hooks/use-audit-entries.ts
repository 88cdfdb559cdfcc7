import { useMemo } from 'react'
import { graphql, type ResultOf, useConnection } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { type AuditFilterState, toAuditFilter } from '../audit-filter.ts'

const AuditQuery = graphql(`
  query Audit($slug: String!, $first: Int, $after: String, $filter: AuditFilter) {
    library(slug: $slug) {
      id
      auditEntries(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            seq
            action
            at
            details
            beforeHash
            afterHash
            hash
            previousHash
            actor {
              id
              kind
              name
              hue
            }
            subject {
              type
              id
              label
            }
          }
        }
      }
    }
  }
`)

export type AuditEntry = NonNullable<
  ResultOf<typeof AuditQuery>['library']
>['auditEntries']['edges'][number]['node']

/** The entries that fit the filter, newest first. */
export function useAuditEntries(filter: AuditFilterState) {
  const { slug } = useLibrary()
  const variables = useMemo(() => ({ slug, filter: toAuditFilter(filter) }), [slug, filter])
  return useConnection({ query: AuditQuery, variables, connection: (data) => data.library?.auditEntries })
}
