'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { SettingsFrame } from '../settings/index.ts'
import { useCan, usePageName } from '../shell/index.ts'
import { Invitations } from './parts/invitations.tsx'
import { MemberTable } from './parts/member-table.tsx'

/** Who belongs to the library, at which level, and who is invited. */
export function MembersPage() {
  usePageName('Members')
  const mayInvite = useCan('invitation.manage')
  const [inviting, dialog] = useDisclosure(false)
  return (
    <SettingsFrame
      title="Members"
      description="Who may see this library, and what they may do in it."
      actions={
        mayInvite && (
          <Button variant="filled" leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
            Invite
          </Button>
        )
      }
    >
      <MemberTable />
      {mayInvite && <Invitations inviting={inviting} close={dialog.close} />}
    </SettingsFrame>
  )
}
