import { useMemo } from 'react'
import { useConnection } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { type Filters, toPromptFilter, toPromptOrder } from '../filters.ts'
import { LibraryPromptsQuery, withMatches } from '../library-prompts-query.ts'

/** Rows of the list with the way to more of them. */
export type PromptRows = Omit<ReturnType<typeof usePromptRows>, 'loadMore' | 'refresh'> & {
  loadMore: () => void
  refresh: () => void
}

/** The prompts that fit the filters, page by page; nothing is asked while they are not wanted. */
export function usePromptRows(filters: Filters, wanted: boolean) {
  const { slug } = useLibrary()
  const variables = useMemo(() => {
    if (!wanted) return null
    const filter = toPromptFilter(filters)
    return { slug, filter, orderBy: toPromptOrder(filters), searching: filter.search !== null }
  }, [slug, filters, wanted])
  return useConnection({
    query: LibraryPromptsQuery,
    variables,
    connection: (data) => data.library && withMatches(data.library.prompts),
  })
}
