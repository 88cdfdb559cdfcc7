import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconBookmark,
  IconDots,
  IconPencil,
  IconReplace,
  IconTrash,
  IconUsers,
  IconUsersMinus,
} from '@tabler/icons-react'
import type { Failure } from '../../../graphql/index.ts'
import { confirm, showToast } from '../../../ui/index.ts'
import { type SavedSearch, SaveSearchDialog } from '../../shelf/index.ts'
import { useCan } from '../../shell/index.ts'
import classes from './shelf-nav.module.css'

interface SavedSearchRowProps {
  search: SavedSearch
  current: boolean
  open: () => void
  change: (changed: { name?: string; shared?: boolean }) => Promise<Failure | null>
  /** Makes it look for what is shown now; absent where nothing else is shown. */
  replace?: () => Promise<Failure | null>
  forget: () => Promise<Failure | null>
}

/** A saved search; its owner, and of shared ones an admin, changes it in a menu. */
export function SavedSearchRow({ search, current, open, change, replace, forget }: SavedSearchRowProps) {
  const { name, isMine, shared, owner } = search
  const [renaming, renameDialog] = useDisclosure(false)
  const mayChange = [isMine, useCan('taxonomy.manage')].some(Boolean)
  const Icon = shared ? IconUsers : IconBookmark
  const hint = shared
    ? isMine
      ? 'You share it with the library'
      : `${owner?.name ?? 'Somebody'} shares it`
    : ''

  async function tell(doing: Promise<Failure | null>, message: string) {
    const failure = await doing
    showToast(failure ? { message: failure.message, tone: 'bad' } : { message })
  }

  async function remove() {
    const agreed =
      !shared ||
      (await confirm({
        title: `Delete ${name}?`,
        text: 'It goes away for everybody in the library. Prompts stay as they are.',
        confirm: 'Delete',
        destructive: true,
      }))
    if (agreed) await tell(forget(), `${name} is deleted`)
  }

  return (
    <div className={classes.saved}>
      <Tooltip label={hint} disabled={hint === ''} position="right">
        <UnstyledButton className={classes.entry} aria-current={current ? 'true' : undefined} onClick={open}>
          <Icon size={15} stroke={1.75} aria-hidden className={classes.icon} />
          <span className={classes.text}>{name}</span>
        </UnstyledButton>
      </Tooltip>
      {mayChange && (
        <Menu position="bottom-start">
          <Menu.Target>
            <ActionIcon size={24} className={classes.more} aria-label={`More about ${name}`}>
              <IconDots size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={renameDialog.open}>
              Rename…
            </Menu.Item>
            <Menu.Item
              leftSection={shared ? <IconUsersMinus size={16} /> : <IconUsers size={16} />}
              onClick={() =>
                void tell(
                  change({ shared: !shared }),
                  shared ? `Only you see ${name} now` : `Everybody in the library sees ${name} now`,
                )
              }
            >
              {shared ? 'Stop sharing' : 'Share with the library'}
            </Menu.Item>
            {replace && (
              <Menu.Item
                leftSection={<IconReplace size={16} />}
                onClick={() => void tell(replace(), `${name} looks for what you see now`)}
              >
                Replace by what is shown
              </Menu.Item>
            )}
            <Menu.Item color="bad" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
              Delete{shared && '…'}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <SaveSearchDialog
        opened={renaming}
        close={renameDialog.close}
        title={`Rename ${name}`}
        naming={{ name, shared }}
        save={change}
      />
    </div>
  )
}
