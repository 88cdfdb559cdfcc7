'use client'

import { Skeleton } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql, transportFailure } from '../../graphql/index.ts'
import { ErrorState, MissingState, RelativeTime, stateLook } from '../../ui/index.ts'
import { EntryPage } from '../entry/index.ts'
import { AcceptForm } from './parts/accept-form.tsx'

const InvitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      email
      expiresAt
      inviterName
      level
      libraryName
      accountExists
    }
    viewer {
      user {
        id
        email
      }
    }
  }
`)

/** Where an invitation link leads: says who invites to what, and lets the person in. */
export function InvitationPage({ token }: { token: string }) {
  const [{ data, error, fetching }, retry] = useQuery({ query: InvitationQuery, variables: { token } })
  if (error && !data)
    return (
      <ErrorState
        title="The invitation cannot be shown"
        message={transportFailure(error).message}
        retry={() => retry()}
      />
    )
  if (fetching || !data)
    return (
      <EntryPage title="Invitation">
        <Skeleton height={192} />
      </EntryPage>
    )
  const invitation = data.invitation
  if (!invitation)
    return (
      <main>
        <MissingState what="invitation" />
      </main>
    )
  const { word, meaning } = stateLook('level', invitation.level)
  return (
    <EntryPage
      title={`Join ${invitation.libraryName}`}
      lead={
        <>
          {invitation.inviterName ?? 'An admin'} invites <strong>{invitation.email}</strong> as{' '}
          {word.toLowerCase()}: {meaning.toLowerCase()}. The invitation ends{' '}
          <RelativeTime at={invitation.expiresAt} />.
        </>
      }
    >
      <AcceptForm
        token={token}
        email={invitation.email}
        accountExists={invitation.accountExists}
        signedInAs={data.viewer?.user?.email ?? null}
      />
    </EntryPage>
  )
}
