import { Button } from '@mantine/core'
import {
  IconClock,
  IconFileImport,
  IconPlus,
  IconSearchOff,
  IconStar,
  IconWriting,
} from '@tabler/icons-react'
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { transportFailure } from '../../../graphql/index.ts'
import { EmptyState, ErrorState, MissingState, SkeletonRows } from '../../../ui/index.ts'
import { useCan, useLibrary } from '../../shell/index.ts'
import { type Filters, isFiltered, NO_FILTERS, type Sort, sortOf, type View } from '../filters.ts'
import type { PromptRows } from '../hooks/use-prompt-rows.ts'
import { PromptList, ROW_HEIGHT } from './prompt-list.tsx'
import { SearchNote } from './search-note.tsx'

type OfList = 'isFavourite' | 'star' | 'editors' | 'active' | 'setActive' | 'picked' | 'toggle' | 'focusRow'

interface LibraryBodyProps {
  list: PromptRows
  filters: Filters
  setFilters: (next: Filters) => void
  setSort: (sort: Sort) => void
  create: (template?: string) => void
  listProps: Pick<ComponentProps<typeof PromptList>, OfList>
}

/** The list, or what stands in its place: loading, failed, nothing found, nothing there yet. */
export function LibraryBody({ list, filters, setFilters, setSort, create, listProps }: LibraryBodyProps) {
  if (list.status === 'loading') return <SkeletonRows rows={14} height={ROW_HEIGHT} label="Loading prompts" />
  if (list.status === 'missing') return <MissingState what="library" />
  if (list.status === 'error')
    return (
      <ErrorState
        inline
        title="The prompts could not be loaded"
        message={list.error ? transportFailure(list.error).message : ''}
        retry={list.refresh}
      />
    )
  if (list.rows.length === 0)
    return filters.view !== 'all' ? (
      <EmptyShelf view={filters.view} />
    ) : isFiltered(filters) ? (
      <EmptyState
        inline
        icon={IconSearchOff}
        title="Nothing fits"
        actions={<Button onClick={() => setFilters(NO_FILTERS)}>Show all prompts</Button>}
      >
        No prompt fits {filters.search ? `“${filters.search}”` : 'these filters'}. Names, keys, tags,
        descriptions and committed texts were searched.
      </EmptyState>
    ) : (
      <EmptyLibrary create={create} />
    )
  return (
    <>
      <SearchNote list={list} filters={filters} setFilters={setFilters} />
      <PromptList
        {...listProps}
        rows={list.rows}
        total={list.total}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        stale={list.stale}
        sort={filters.view === 'all' ? sortOf(filters) : null}
        setSort={setSort}
      />
    </>
  )
}

function EmptyShelf({ view }: { view: Exclude<View, 'all'> }) {
  return view === 'favourites' ? (
    <EmptyState inline icon={IconStar} title="No favourites yet">
      Press F on a prompt, or its star, and it stands here. Only you see it.
    </EmptyState>
  ) : (
    <EmptyState inline icon={IconClock} title="Nothing opened yet">
      The last twenty prompts you open stand here. Only you see them.
    </EmptyState>
  )
}

function EmptyLibrary({ create }: { create: (template?: string) => void }) {
  const { slug, name } = useLibrary()
  const mayCreate = useCan('prompt.create')
  if (!mayCreate)
    return (
      <EmptyState icon={IconWriting} title={`${name} is still empty`}>
        Prompts appear here as soon as somebody writes the first one.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={IconWriting}
      title={`The first words of ${name}`}
      actions={
        <>
          <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => create()}>
            Write the first prompt
          </Button>
          <Button onClick={() => create('classifier')}>Start from a template</Button>
          <Button component={Link} href={`/l/${slug}/import`} leftSection={<IconFileImport size={16} />}>
            Import a CSV file
          </Button>
        </>
      }
    >
      A library holds the prompts of a team: written together, versioned, and found again. Begin with one, or
      bring those you have.
    </EmptyState>
  )
}
