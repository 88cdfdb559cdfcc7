'use client'

import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import Link from 'next/link'
import { useState } from 'react'
import { Mark, stateLook } from '../../../ui/index.ts'
import { useMaybeLibrary, useViewer } from '../session-context.tsx'
import { CreateLibraryDialog } from './create-library-dialog.tsx'
import classes from './library-switcher.module.css'

/** The mark and the library's name; opens the list of libraries. */
export function LibrarySwitcher({ narrow }: { narrow: boolean }) {
  const current = useMaybeLibrary()
  const { libraries, mayCreateLibraries } = useViewer()
  const [creating, setCreating] = useState(false)
  return (
    <>
      <Menu position="bottom-start" width={264}>
        <Menu.Target>
          <UnstyledButton
            className={classes.switcher}
            aria-label={`${current?.name ?? 'Incipit'}: switch library`}
          >
            <Mark size={24} />
            {!narrow && (
              <>
                <span className={classes.name}>{current?.name ?? 'Incipit'}</span>
                <IconSelector size={14} className={classes.chevron} aria-hidden />
              </>
            )}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Libraries</Menu.Label>
          {libraries.map((library) => (
            <Menu.Item
              key={library.id}
              component={Link}
              href={`/l/${library.slug}`}
              rightSection={library.id === current?.id ? <IconCheck size={16} /> : undefined}
            >
              <span className={classes.option}>{library.name}</span>
              <span className={classes.level}>{stateLook('level', library.viewerLevel).word}</span>
            </Menu.Item>
          ))}
          {mayCreateLibraries && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
                New library
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <CreateLibraryDialog opened={creating} close={() => setCreating(false)} />
    </>
  )
}
