import { Button } from '@mantine/core'
import { DataTable, LoadMore, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { useInvitations } from '../hooks/use-invitations.ts'
import classes from './invitations.module.css'
import { InviteDialog } from './invite-dialog.tsx'

interface InvitationsProps {
  /** Whether somebody is being invited just now. */
  inviting: boolean
  close: () => void
}

/** The invitations that nobody has accepted yet, and the dialog for a new one. */
export function Invitations({ inviting, close }: InvitationsProps) {
  const list = useInvitations()
  return (
    <>
      {(list.open.length > 0 || list.hasMore) && <OpenInvitations {...list} />}
      <InviteDialog opened={inviting} close={close} made={list.refresh} />
    </>
  )
}

function OpenInvitations({ open, withdraw, hasMore, loadMore }: ReturnType<typeof useInvitations>) {
  return (
    <section className={classes.section} aria-labelledby="invitations">
      <h2 id="invitations" className={classes.heading}>
        Invited
      </h2>
      <DataTable label="Invitations" heads={['E-mail', 'Level', 'Ends', '']}>
        {open.map((invitation) => (
          <tr key={invitation.id}>
            <td>{invitation.email}</td>
            <td>
              <StateBadge kind="level" value={invitation.level} />
            </td>
            <td>
              <RelativeTime at={invitation.expiresAt} />
            </td>
            <td align="right">
              <Button
                size="xs"
                variant="subtle"
                onClick={() => void withdraw(invitation)}
                aria-label={`Withdraw the invitation of ${invitation.email}`}
              >
                Withdraw
              </Button>
            </td>
          </tr>
        ))}
      </DataTable>
      <LoadMore hasMore={hasMore} loadMore={loadMore} />
    </section>
  )
}
