import { ActionIcon, Checkbox, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import Link from 'next/link'
import { counted } from '../../../lib/counted.ts'
import { confirm, RelativeTime, StateBadge, showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { useTagChanges } from '../hooks/use-tag-changes.ts'
import type { Tag } from '../hooks/use-tags.ts'
import classes from './tag-section.module.css'

interface TagRowProps {
  tag: Tag
  picked: boolean
  toggle?: (tag: Tag) => void
  edit: () => void
  changed: () => void
}

/** One tag; its number leads to the prompts that carry it. */
export function TagRow({ tag, picked, toggle, edit, changed }: TagRowProps) {
  const { slug } = useLibrary()
  const { deleteTag } = useTagChanges(changed)

  async function remove() {
    const agreed =
      tag.usageCount === 0 ||
      (await confirm({
        title: `Delete ${tag.name}?`,
        text: `${counted(tag.usageCount, 'prompt')} will no longer carry it. This cannot be taken back; the audit log tells which they were.`,
        confirm: 'Delete',
        destructive: true,
      }))
    if (!agreed) return
    const failure = await deleteTag(tag.id)
    showToast(failure ? { message: failure.message, tone: 'bad' } : { message: `${tag.name} is deleted` })
  }

  return (
    <tr>
      <td>
        <span className={classes.name}>
          {toggle && (
            <Checkbox checked={picked} onChange={() => toggle(tag)} aria-label={`Select ${tag.name}`} />
          )}
          {tag.name}
        </span>
      </td>
      <td>
        <StateBadge kind="tagCategory" value={tag.category} />
      </td>
      <td>
        {tag.usageCount > 0 ? (
          <Link href={`/l/${slug}?tag=${encodeURIComponent(tag.name)}`}>
            {tag.usageCount.toLocaleString('en-GB')}
          </Link>
        ) : (
          <span className={classes.none}>unused</span>
        )}
      </td>
      <td>
        <RelativeTime at={tag.createdAt} />
        {tag.createdBy && <span className={classes.by}> by {tag.createdBy.name}</span>}
      </td>
      {toggle && (
        <td align="right">
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={`More about ${tag.name}`}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={edit}>
                Edit…
              </Menu.Item>
              <Menu.Item color="bad" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
                Delete{tag.usageCount > 0 && '…'}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </td>
      )}
    </tr>
  )
}
