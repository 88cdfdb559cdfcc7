import { ActionIcon, Button, Indicator, Menu, TextInput } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconDots,
  IconFileImport,
  IconPlus,
  IconSearch,
  IconX,
} from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode, RefObject } from 'react'
import { KeyHint } from '../../../ui/index.ts'
import { useCan, useLibrary } from '../../shell/index.ts'
import classes from './toolbar.module.css'

interface ToolbarProps {
  search: string
  setSearch: (search: string) => void
  searchBox: RefObject<HTMLInputElement | null>
  /** How many prompts fit; null while unknown. */
  count: string | null
  /** The choice of an order; on a phone it stands with the filters. */
  order: ReactNode
  filtered: boolean
  openFilters: () => void
  create: () => void
}

/** Search, the number of hits, and what a writer can do here. */
export function Toolbar({
  search,
  setSearch,
  searchBox,
  count,
  order,
  filtered,
  openFilters,
  create,
}: ToolbarProps) {
  const { slug } = useLibrary()
  const mayCreate = useCan('prompt.create')
  const mayImport = useCan('prompt.import')
  return (
    <div className={classes.toolbar}>
      <TextInput
        ref={searchBox}
        className={classes.search}
        type="search"
        aria-label="Search prompts"
        placeholder="Search names, keys, texts…"
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        leftSection={<IconSearch size={15} stroke={1.75} />}
        rightSection={
          search ? (
            <ActionIcon size={22} aria-label="Clear the search" onClick={() => setSearch('')}>
              <IconX size={14} />
            </ActionIcon>
          ) : (
            <span className={classes.hint}>
              <KeyHint keys="/" />
            </span>
          )
        }
      />
      <Indicator disabled={!filtered} size={7} offset={4} className={classes.filters}>
        <ActionIcon variant="default" size={32} aria-label="Filters" onClick={openFilters}>
          <IconAdjustmentsHorizontal size={17} stroke={1.5} />
        </ActionIcon>
      </Indicator>
      <span className={classes.count} role="status">
        {count}
      </span>
      <span className={classes.order}>{order}</span>
      {mayImport && (
        <Menu>
          <Menu.Target>
            <ActionIcon size={32} aria-label="More">
              <IconDots size={18} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component={Link} href={`/l/${slug}/import`} leftSection={<IconFileImport size={16} />}>
              Import from CSV
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {mayCreate && (
        <Button
          variant="filled"
          leftSection={<IconPlus size={16} />}
          onClick={create}
          className={classes.create}
        >
          New prompt
        </Button>
      )}
    </div>
  )
}
