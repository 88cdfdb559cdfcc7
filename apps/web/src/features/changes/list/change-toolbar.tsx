import { Chip, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import { KeyHint } from '../../../ui/index.ts'
import { type ChangeFilter, SHOWS } from './change-filter.ts'
import classes from './change-list.module.css'

const WORDS = { open: 'Open', merged: 'Merged', closed: 'Closed', all: 'All' } as const

interface ChangeToolbarProps {
  filter: ChangeFilter
  setFilter: (next: ChangeFilter) => void
  search: string
  setSearch: (text: string) => void
  searchBox: RefObject<HTMLInputElement | null>
  /** How many fit; `null` while unknown. */
  count: string | null
  action?: ReactNode
}

/** Narrows the list: by words, status, author, and what waits for the person who looks. */
export function ChangeToolbar(props: ChangeToolbarProps) {
  const { filter, setFilter, search, setSearch, searchBox, count, action } = props
  return (
    <div className={classes.toolbar}>
      <TextInput
        ref={searchBox}
        className={classes.search}
        type="search"
        aria-label="Search change requests"
        placeholder="Search titles and numbers…"
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        leftSection={<IconSearch size={15} stroke={1.75} />}
        rightSection={search ? undefined : <KeyHint keys="/" />}
      />
      <NativeSelect
        aria-label="Status"
        w={104}
        value={filter.show}
        data={SHOWS.map((show) => ({ value: show, label: WORDS[show] }))}
        onChange={(event) => {
          const show = SHOWS.find((known) => known === event.currentTarget.value)
          if (show) setFilter({ ...filter, show })
        }}
      />
      <Chip size="xs" checked={filter.mine} onChange={(mine) => setFilter({ ...filter, mine })}>
        Mine
      </Chip>
      <Chip size="xs" checked={filter.waiting} onChange={(waiting) => setFilter({ ...filter, waiting })}>
        Waiting for me
      </Chip>
      <span className={classes.count} role="status">
        {count}
      </span>
      {action}
    </div>
  )
}
