'use client'

import { UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { AvatarStack, KeyHint } from '../../../ui/index.ts'
import { usePeople } from '../hooks/use-people.ts'
import { AccountMenu } from './account-menu.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { openPalette } from './palette-store.ts'
import { ThemeMenu } from './theme-menu.tsx'
import classes from './top-bar.module.css'

/** Where I am, search, who is here, theme, account. */
export function TopBar() {
  const people = usePeople()
  return (
    <header className={classes.bar}>
      <Breadcrumb />
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={15} stroke={1.75} aria-hidden />
        <span className={classes.searchText}>Search or jump to…</span>
        <span className={classes.searchKeys} aria-hidden>
          <KeyHint keys="mod+k" />
        </span>
      </UnstyledButton>
      {people.length > 0 && (
        <span className={classes.people}>
          <AvatarStack people={people} size={24} max={5} />
        </span>
      )}
      <ThemeMenu />
      <AccountMenu />
    </header>
  )
}
