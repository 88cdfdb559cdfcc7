import { Button, Group } from '@mantine/core'
import { transportFailure } from '../../../graphql/index.ts'
import { confirm, DataTable, ErrorState, RelativeTime, SkeletonRows } from '../../../ui/index.ts'
import { useSignOut } from '../../shell/index.ts'
import { deviceName } from '../device-name.ts'
import { type SignedInSession, useSessions } from '../hooks/use-sessions.ts'
import { Section } from './section.tsx'
import classes from './sessions-section.module.css'

/** Where the person is signed in. */
export function SessionsSection() {
  const { sessions, error, end, refresh } = useSessions()
  const signOut = useSignOut()

  async function everywhere() {
    const agreed = await confirm({
      title: 'Sign out everywhere?',
      text: 'Every session ends within seconds, on this device too. You sign in again with your password.',
      confirm: 'Sign out everywhere',
    })
    if (agreed) await signOut({ everywhere: true })
  }

  return (
    <Section
      title="Sessions"
      text="Where you are signed in. End what you do not know, then change your password."
    >
      {!sessions && !error && <SkeletonRows rows={2} height={48} label="Loading sessions" />}
      {!sessions && error && (
        <ErrorState
          inline
          title="The sessions could not be loaded"
          message={transportFailure(error).message}
          retry={refresh}
        />
      )}
      {sessions && (
        <>
          <DataTable label="Sessions" heads={['Device', 'Last seen', '']}>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} end={end} />
            ))}
          </DataTable>
          <Group mt={16}>
            <Button onClick={() => void everywhere()}>Sign out everywhere</Button>
          </Group>
        </>
      )}
    </Section>
  )
}

function SessionRow({
  session,
  end,
}: {
  session: SignedInSession
  end: (session: SignedInSession) => Promise<void>
}) {
  const device = deviceName(session.userAgent)
  return (
    <tr>
      <td>
        <div className={classes.device} title={session.userAgent}>
          {device}
          {session.current && <span className={classes.current}>this one</span>}
        </div>
        <div className={classes.address}>{session.ip}</div>
      </td>
      <td>
        <RelativeTime at={session.lastSeenAt} />
      </td>
      <td align="right">
        {!session.current && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => void end(session)}
            aria-label={`End the session on ${device}`}
          >
            End
          </Button>
        )}
      </td>
    </tr>
  )
}
