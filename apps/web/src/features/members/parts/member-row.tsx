import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconUserMinus } from '@tabler/icons-react'
import { PersonLine, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { useCan, useViewer } from '../../shell/index.ts'
import type { useMemberActions } from '../hooks/use-member-actions.ts'
import type { Member } from '../hooks/use-members.ts'
import { LevelSelect } from './level-select.tsx'

interface MemberRowProps extends ReturnType<typeof useMemberActions> {
  member: Member
  lastAdmin: boolean
}

/** One member; what may be changed can be changed in place. */
export function MemberRow({ member, lastAdmin, setLevel, removeMember }: MemberRowProps) {
  const mayManage = useCan('member.manage')
  const viewer = useViewer()
  const { user, level } = member
  return (
    <tr>
      <td>
        <PersonLine person={user} detail={user.email} aside={user.id === viewer.id ? 'you' : undefined} />
      </td>
      <td>
        {mayManage && !lastAdmin ? (
          <LevelSelect
            label={`Level of ${user.name}`}
            value={level}
            onChange={(next) => void setLevel(member, next)}
          />
        ) : (
          <Tooltip label="The only admin: make somebody else an admin first" disabled={!lastAdmin}>
            <span>
              <StateBadge kind="level" value={level} />
            </span>
          </Tooltip>
        )}
      </td>
      <td>
        <RelativeTime at={member.joinedAt} />
      </td>
      <td align="right">
        {mayManage && !lastAdmin && (
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={`More about ${user.name}`}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                color="bad"
                leftSection={<IconUserMinus size={16} />}
                onClick={() => void removeMember(member)}
              >
                {user.id === viewer.id ? 'Leave the library' : 'Remove from the library'}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  )
}
