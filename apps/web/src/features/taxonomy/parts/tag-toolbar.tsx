import { Chip, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useSearchText } from '../../../lib/use-search-text.ts'
import { stateLook } from '../../../ui/index.ts'
import { isTagCategory, TAG_CATEGORIES, type TagFilter } from '../tag-filter.ts'
import classes from './tag-section.module.css'

interface TagToolbarProps {
  filter: TagFilter
  setFilter: (next: TagFilter, options?: { replace?: boolean }) => void
  /** `null` while unknown. */
  count: string | null
  action?: ReactNode
}

/** Narrows and sorts the tags. */
export function TagToolbar({ filter, setFilter, count, action }: TagToolbarProps) {
  const [search, setSearch] = useSearchText(filter.search, (text) =>
    setFilter({ ...filter, search: text }, { replace: true }),
  )
  return (
    <div className={classes.toolbar}>
      <TextInput
        className={classes.search}
        type="search"
        size="xs"
        aria-label="Search tags"
        placeholder="Search tags…"
        maxLength={50}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
      />
      <NativeSelect
        size="xs"
        aria-label="Kind"
        value={filter.category ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setFilter({ ...filter, category: isTagCategory(value) ? value : null })
        }
        data={[
          { value: '', label: 'All kinds' },
          ...TAG_CATEGORIES.map((value) => ({ value, label: stateLook('tagCategory', value).word })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="Order"
        value={filter.order}
        onChange={({ currentTarget: { value } }) =>
          setFilter({ ...filter, order: value === 'usage' ? 'usage' : 'name' })
        }
        data={[
          { value: 'name', label: 'By name' },
          { value: 'usage', label: 'Most used first' },
        ]}
      />
      <Chip size="xs" checked={filter.unused} onChange={(unused) => setFilter({ ...filter, unused })}>
        Unused
      </Chip>
      <span className={classes.count} role="status">
        {count}
      </span>
      {action}
    </div>
  )
}
