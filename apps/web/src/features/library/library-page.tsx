'use client'

import { VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRouter, useSearchParams } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import { counted } from '../../lib/counted.ts'
import { useSearchText } from '../../lib/use-search-text.ts'
import { Drawer } from '../../ui/index.ts'
import { useFavourite } from '../shelf/index.ts'
import { useCan, useLibrary, useRefreshOnActivity, useShortcuts } from '../shell/index.ts'
import { type Filters, isFiltered } from './filters.ts'
import { useEditors } from './hooks/use-editors.ts'
import { useFacets } from './hooks/use-facets.ts'
import { useFilters } from './hooks/use-filters.ts'
import { useListKeys } from './hooks/use-list-keys.ts'
import { useListRows } from './hooks/use-list-rows.ts'
import { useSelection } from './hooks/use-selection.ts'
import classes from './library-page.module.css'
import { CreatePromptDialog } from './parts/create-prompt-dialog.tsx'
import { FacetList } from './parts/facet-list.tsx'
import { LibraryBody } from './parts/library-body.tsx'
import { SelectionBar } from './parts/selection-bar.tsx'
import { ShelfNav } from './parts/shelf-nav.tsx'
import { SortSelect } from './parts/sort-select.tsx'
import { Toolbar } from './parts/toolbar.tsx'

/** The list of a library's prompts: search, facets, selection, all by keyboard too, and live. */
export function LibraryPage() {
  const router = useRouter()
  const { slug, name } = useLibrary()
  const { filters, setFilters } = useFilters()
  // Who filters what was put aside looks among all prompts.
  const narrow = (next: Filters, options?: { replace?: boolean }) =>
    setFilters({ ...next, view: 'all' }, options)
  const list = useListRows(filters)
  const { facets, refresh: recount } = useFacets(filters)
  const refresh = () => {
    list.refresh()
    recount()
  }
  useRefreshOnActivity(refresh, /^(prompt|commit|import|tag)\./)
  const [search, setSearch] = useSearchText(filters.search, (text) =>
    narrow({ ...filters, search: text }, { replace: true }),
  )
  const selection = useSelection(list.rows)
  const maySelect = [useCan('prompt.archive'), useCan('prompt.update')].some(Boolean)
  const favourites = useFavourite(list.refresh)
  const editors = useEditors()
  const focusRow = useRef((_at: number) => {})
  const searchBox = useRef<HTMLInputElement>(null)
  const { active, setActive } = useListKeys({
    rows: list.rows,
    focusRow: (at) => focusRow.current(at),
    open: (row) => router.push(`/l/${slug}/p/${row.key}`),
    select: maySelect ? (row) => selection.toggle(row.id) : undefined,
    star: (row) => void favourites.toggle(row),
    clearSelection: selection.clear,
  })
  const create = useCreating()
  const [filtersOpen, filtersDrawer] = useDisclosure(false)
  useShortcuts(
    useMemo(
      () => [{ keys: '/', label: 'Search prompts', group: 'List', run: () => searchBox.current?.focus() }],
      [],
    ),
  )
  const isEmpty =
    list.status === 'ready' && list.rows.length === 0 && filters.view === 'all' && !isFiltered(filters)
  const aside = (
    <>
      <ShelfNav filters={filters} setFilters={setFilters} />
      <FacetList facets={facets} filters={filters} setFilters={narrow} />
    </>
  )

  return (
    <div className={classes.page}>
      <VisuallyHidden component="h1">Prompts of {name}</VisuallyHidden>
      {!isEmpty && (
        <aside className={classes.facets} aria-label="Filters">
          {aside}
        </aside>
      )}
      <div className={classes.column}>
        <Toolbar
          search={search}
          setSearch={setSearch}
          searchBox={searchBox}
          count={list.status === 'ready' ? countOf(list.total, list.page?.hasMoreThanCounted ?? false) : null}
          order={<SortSelect filters={filters} setFilters={setFilters} />}
          filtered={filters.view !== 'all' || isFiltered(filters)}
          openFilters={filtersDrawer.open}
          create={create.open}
        />
        <LibraryBody
          list={list}
          filters={filters}
          setFilters={setFilters}
          setSort={(sort) => narrow({ ...filters, sort })}
          create={create.open}
          listProps={{
            editors,
            active,
            setActive,
            picked: selection.picked,
            toggle: maySelect ? selection.toggle : undefined,
            focusRow,
            isFavourite: favourites.isFavourite,
            star: favourites.toggle,
          }}
        />
        <SelectionBar selected={selection.selected} clear={selection.clear} done={refresh} />
      </div>
      <Drawer opened={filtersOpen} onClose={filtersDrawer.close} title="Filters" size={280}>
        <div className={classes.order}>
          <SortSelect filters={filters} setFilters={setFilters} />
        </div>
        {aside}
      </Drawer>
      <CreatePromptDialog opened={create.opened} template={create.template} close={create.close} />
    </div>
  )
}

/** "1 prompt", "12 prompts", "10,000+ prompts". */
function countOf(total: number, isMore: boolean): string {
  return isMore ? `${total.toLocaleString('en-GB')}+ prompts` : counted(total, 'prompt')
}

/** Whether the dialog for a new prompt is open: by button, by `c`, or by the address (`?create=1`). */
function useCreating() {
  const mayCreate = useCan('prompt.create')
  const params = useSearchParams()
  const [byHand, setByHand] = useState(false)
  const [template, setTemplate] = useState<string | null>(null)
  const byAddress = params.get('create') === '1'
  const open = (from: string | null = null) => {
    setTemplate(from)
    setByHand(true)
  }
  useShortcuts(
    useMemo(
      () =>
        mayCreate ? [{ keys: 'c', label: 'New prompt', group: 'List', run: () => setByHand(true) }] : [],
      [mayCreate],
    ),
  )
  const close = () => {
    setByHand(false)
    setTemplate(null)
    if (!byAddress) return
    const rest = new URLSearchParams(params.toString())
    rest.delete('create')
    window.history.replaceState(null, '', `${window.location.pathname}${rest.size > 0 ? `?${rest}` : ''}`)
  }
  return { opened: mayCreate && (byHand || byAddress), template, open, close }
}
