import { useMemo } from 'react'
import { useConnection } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { type Filters, toPromptFilter, toPromptOrder } from '../filters.ts'
import { LibraryPromptsQuery, withMatches } from '../library-prompts-query.ts'

/** The prompts that fit the filters, page by page. */
export function usePromptRows(filters: Filters) {
  const { slug } = useLibrary()
  const variables = useMemo(() => {
    const filter = toPromptFilter(filters)
    return { slug, filter, orderBy: toPromptOrder(filters), searching: filter.search !== null }
  }, [slug, filters])
  return useConnection({
    query: LibraryPromptsQuery,
    variables,
    connection: (data) => data.library && withMatches(data.library.prompts),
  })
}
