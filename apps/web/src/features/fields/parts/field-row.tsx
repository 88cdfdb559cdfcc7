import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { confirm, StateBadge, showToast } from '../../../ui/index.ts'
import { useFieldChanges } from '../hooks/use-field-changes.ts'
import type { Field } from '../hooks/use-fields.ts'
import classes from './fields.module.css'

interface FieldRowProps {
  field: Field
  mayChange: boolean
  edit: () => void
  changed: () => void
  /** Absent at the ends of the list. */
  up?: () => void
  down?: () => void
}

/** One field: its two names, what it holds, whether it has to be filled in. */
export function FieldRow({ field, mayChange, edit, changed, up, down }: FieldRowProps) {
  const { removeField } = useFieldChanges(changed)
  const { label, key, kind, options, required, description } = field

  async function remove() {
    const agreed = await confirm({
      title: `Remove ${label}?`,
      text: 'Prompts no longer show it. What they say in it is kept in the database and the audit log, but cannot be brought back here.',
      confirm: 'Remove',
      destructive: true,
    })
    if (!agreed) return
    const failure = await removeField(field.id)
    showToast(failure ? { message: failure.message, tone: 'bad' } : { message: `${label} is removed` })
  }

  return (
    <tr>
      <td className={classes.words}>
        <div>
          <span className={classes.label}>{label}</span> <code className={classes.key}>{key}</code>
        </div>
        {description && <div className={classes.description}>{description}</div>}
        {options.length > 0 && <div className={classes.description}>One of: {options.join(', ')}</div>}
      </td>
      <td>
        <StateBadge kind="fieldKind" value={kind} />
      </td>
      <td>{required ? 'Required' : 'Optional'}</td>
      {mayChange && (
        <td align="right">
          <span className={classes.actions}>
            <ActionIcon aria-label={`Move ${label} up`} disabled={!up} onClick={up}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon aria-label={`Move ${label} down`} disabled={!down} onClick={down}>
              <IconArrowDown size={16} />
            </ActionIcon>
            <Menu>
              <Menu.Target>
                <ActionIcon aria-label={`More about ${label}`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={16} />} onClick={edit}>
                  Edit…
                </Menu.Item>
                <Menu.Item color="bad" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
                  Remove…
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        </td>
      )}
    </tr>
  )
}
