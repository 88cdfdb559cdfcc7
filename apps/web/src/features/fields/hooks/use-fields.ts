import { useCallback } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../graphql/index.ts'
import { useLibrary, useRefreshOnActivity } from '../../shell/index.ts'

const FieldsQuery = graphql(`
  query CustomFields($slug: String!) {
    library(slug: $slug) {
      id
      customFields {
        id
        key
        label
        kind
        options
        required
        description
      }
    }
  }
`)

export type Field = NonNullable<ResultOf<typeof FieldsQuery>['library']>['customFields'][number]

/** The fields of the library in their order, kept current by what others do. */
export function useFields() {
  const { slug } = useLibrary()
  const [{ data, error }, execute] = useQuery({ query: FieldsQuery, variables: { slug } })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useRefreshOnActivity(refresh, /^field\./)
  return { fields: data?.library?.customFields ?? null, error, refresh }
}
