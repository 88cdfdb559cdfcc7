import { CATEGORIES } from '@incipit/library'
import { Button, NativeSelect } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { PERIOD_CHOICES, parsePeriod } from '../../lib/periods.ts'
import { showToast, stateLook } from '../../ui/index.ts'
import { useLibrary } from '../shell/index.ts'
import { CHANGE_TYPES, type ChangesFilter, isChangeType } from './changes-filter.ts'
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
          const days = parsePeriod(value)
          if (days) setFilter({ ...filter, days })
        }}
        data={PERIOD_CHOICES}
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
