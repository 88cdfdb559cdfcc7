import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../graphql/index.ts'
import { type Mapping, toMappingInput } from '../mapping.ts'

const PreviewQuery = graphql(`
  query ImportPreview($id: ID!, $mapping: ImportMappingInput) {
    node(id: $id) {
      __typename
      ... on Import {
        id
        preview(mapping: $mapping) {
          total
          rows {
            line
            name
            key
            category
            tags
            content
            problem
            alike {
              key
              similarity
            }
          }
        }
      }
    }
  }
`)

type PreviewNode = Extract<NonNullable<ResultOf<typeof PreviewQuery>['node']>, { __typename: 'Import' }>
export type PreviewRow = PreviewNode['preview']['rows'][number]

/** The first rows as they would come in with this mapping. */
export function usePreview(id: string, mapping: Mapping) {
  const input = useMemo(() => toMappingInput(mapping), [mapping])
  const [{ data, fetching, error }] = useQuery({
    query: PreviewQuery,
    variables: { id, mapping: input },
    pause: input === null,
  })
  const node = data?.node?.__typename === 'Import' ? data.node : null
  return { preview: input === null ? null : (node?.preview ?? null), fetching, error }
}
