'use client'

import { Menu, UnstyledButton } from '@mantine/core'
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react'
import Link from 'next/link'
import { Avatar } from '../../../ui/index.ts'
import { useSignOut } from '../hooks/use-sign-out.ts'
import { useViewer } from '../session-context.tsx'
import classes from './account-menu.module.css'
import { openShortcuts } from './shortcuts-dialog.tsx'

/** The signed-in person; opens their menu. */
export function AccountMenu() {
  const viewer = useViewer()
  const signOut = useSignOut()
  return (
    <Menu width={232}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={`Account of ${viewer.name}`}>
          <Avatar person={viewer} size={24} plain />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{viewer.name}</strong>
          <span>{viewer.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} href="/account" leftSection={<IconUser size={16} />}>
          Account
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openShortcuts}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
