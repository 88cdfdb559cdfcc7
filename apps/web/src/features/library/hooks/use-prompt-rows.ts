import { useMemo } from 'react'
import { useConnection } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { type Filters, toPromptFilter, toPromptOrder } from '../filters.ts'
import { LibraryPromptsQuery } from '../library-prompts-query.ts'

/** The prompts that fit the filters, page by page. */
export function usePromptRows(filters: Filters) {
  const { slug } = useLibrary()
  const variables = useMemo(() => {
    const search = filters.search.trim()
    const filter = toPromptFilter(filters)
    return { slug, filter, orderBy: toPromptOrder(filters.sort), search, searching: search !== '' }
  }, [slug, filters])
  return useConnection({
    query: LibraryPromptsQuery,
    variables,
    connection: (data) => data.library?.prompts,
  })
}
