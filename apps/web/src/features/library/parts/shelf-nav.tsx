import { UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmarkPlus, IconBooks, IconClock, type IconProps, IconStar } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { showToast } from '../../../ui/index.ts'
import { filtersFromSaved, SaveSearchDialog, useSavedSearches } from '../../shelf/index.ts'
import { type Filters, formatFilters, isFiltered, NO_FILTERS, toSort, type View } from '../filters.ts'
import { SavedSearchRow } from './saved-search-row.tsx'
import classes from './shelf-nav.module.css'

const GROUPS: readonly { view: View; label: string; icon: ComponentType<IconProps> }[] = [
  { view: 'all', label: 'All prompts', icon: IconBooks },
  { view: 'favourites', label: 'Favourites', icon: IconStar },
  { view: 'recent', label: 'Recently opened', icon: IconClock },
]

interface ShelfNavProps {
  filters: Filters
  setFilters: (next: Filters) => void
}

/** Ways into the list: everything, what a person put aside, and searches that were saved. */
export function ShelfNav({ filters, setFilters }: ShelfNavProps) {
  const { searches, save, change, replace, forget } = useSavedSearches()
  const [saving, saveDialog] = useDisclosure(false)
  const shown = formatFilters(filters)
  const filtered = filters.view === 'all' && isFiltered(filters)
  const saved = searches.map((search) => {
    const { sort, ...rest } = filtersFromSaved(search.query)
    return { search, filters: { ...NO_FILTERS, ...rest, sort: toSort(sort) } }
  })
  const isSaved = saved.some((one) => formatFilters(one.filters) === shown)
  return (
    <nav className={classes.nav} aria-label="Groups">
      {GROUPS.map(({ view, label, icon: Icon }) => {
        const current = filters.view === view && !(view === 'all' && filtered)
        return (
          <UnstyledButton
            key={view}
            className={classes.entry}
            aria-current={current ? 'true' : undefined}
            onClick={() => setFilters({ ...NO_FILTERS, view })}
          >
            <Icon size={15} stroke={1.75} aria-hidden className={classes.icon} />
            <span className={classes.text}>{label}</span>
          </UnstyledButton>
        )
      })}
      {(saved.length > 0 || filtered) && <div className={classes.legend}>Saved searches</div>}
      {saved.map((one) => (
        <SavedSearchRow
          key={one.search.id}
          search={one.search}
          current={formatFilters(one.filters) === shown}
          open={() => setFilters(one.filters)}
          change={(changed) => change(one.search.id, changed)}
          replace={filtered && !isSaved ? () => replace(one.search.id, filters) : undefined}
          forget={() => forget(one.search.id)}
        />
      ))}
      {filtered && !isSaved && (
        <UnstyledButton className={classes.entry} onClick={saveDialog.open}>
          <IconBookmarkPlus size={15} stroke={1.75} aria-hidden className={classes.icon} />
          <span className={classes.text}>Save this search…</span>
        </UnstyledButton>
      )}
      <SaveSearchDialog
        opened={saving}
        close={saveDialog.close}
        title="Save this search"
        naming={{ name: '', shared: false }}
        save={async (naming) => {
          const failure = await save(naming, filters)
          if (!failure) showToast({ message: `${naming.name} is saved` })
          return failure
        }}
      />
    </nav>
  )
}
