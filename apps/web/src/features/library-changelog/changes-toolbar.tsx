import { CATEGORIES } from '@incipit/library'
import { Button, NativeSelect } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { showToast, stateLook } from '../../ui/index.ts'
import { useLibrary } from '../shell/index.ts'
import { CHANGE_TYPES, type ChangesFilter, isChangeType, PERIODS } from './changes-filter.ts'
import type { Change } from './changes-query.ts'
import { changesMarkdown } from './changes-view.ts'
import classes from './library-changelog.module.css'

interface ChangesToolbarProps {
  filter: ChangesFilter
  setFilter: (next: ChangesFilter) => void
  /** `null` while unknown. */
  count: string | null
  empty: boolean
  /** Reads all changes that fit; `null` when that fails. */
  all: () => Promise<Change[] | null>
}

const PERIOD_WORDS = { 7: 'Last 7 days', 30: 'Last 30 days', 90: 'Last 90 days', 365: 'Last year' } as const

/** What the changelog shows, and the way to take it along. */
export function ChangesToolbar({ filter, setFilter, count, empty, all }: ChangesToolbarProps) {
  const { name } = useLibrary()
  const [copying, setCopying] = useState(false)

  async function copy() {
    setCopying(true)
    const changes = await all()
    setCopying(false)
    const copied =
      changes !== null &&
      (await navigator.clipboard.writeText(changesMarkdown(name, changes)).then(
        () => true,
        () => false,
      ))
    showToast(
      copied
        ? { message: `${changes.length.toLocaleString('en-GB')} changes copied as Markdown` }
        : { message: 'The changelog could not be copied. Try again.', tone: 'bad' },
    )
  }

  return (
    <div className={classes.toolbar}>
      <NativeSelect
        size="xs"
        aria-label="How far back"
        value={filter.days}
        onChange={({ currentTarget: { value } }) => {
          const days = PERIODS.find((known) => String(known) === value)
          if (days) setFilter({ ...filter, days })
        }}
        data={PERIODS.map((days) => ({ value: String(days), label: PERIOD_WORDS[days] }))}
      />
      <NativeSelect
        size="xs"
        aria-label="Category"
        value={filter.category}
        onChange={(event) => setFilter({ ...filter, category: event.currentTarget.value })}
        data={[{ value: '', label: 'All categories' }, ...CATEGORIES.map(({ name }) => name)]}
      />
      <NativeSelect
        size="xs"
        aria-label="Type of change"
        value={filter.changeType ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setFilter({ ...filter, changeType: isChangeType(value) ? value : null })
        }
        data={[
          { value: '', label: 'All types' },
          ...CHANGE_TYPES.map((value) => ({ value, label: stateLook('changeType', value).word })),
        ]}
      />
      <span className={classes.count} role="status">
        {count}
      </span>
      <Button
        size="xs"
        disabled={empty}
        loading={copying}
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() => void copy()}
      >
        Copy as Markdown
      </Button>
    </div>
  )
}
