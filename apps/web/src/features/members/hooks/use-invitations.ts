import { useMemo } from 'react'
import { useMutation } from 'urql'
import { FailureFragment, failureOf, graphql, type ResultOf, useConnection } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'
import { useLibrary, useLibraryActivity } from '../../shell/index.ts'

const InvitationsQuery = graphql(`
  query Invitations($slug: String!, $first: Int, $after: String) {
    library(slug: $slug) {
      id
      invitations(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            email
            level
            createdAt
            expiresAt
            acceptedAt
            revokedAt
            createdBy {
              id
              name
            }
          }
        }
      }
    }
  }
`)

const InvitationRevoke = graphql(
  `
  mutation InvitationRevoke($input: InvitationRevokeInput!) {
    invitationRevoke(input: $input) {
      __typename
      ...Failure_Error
      ... on InvitationRevokePayload {
        invitation {
          id
          revokedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export type Invitation = NonNullable<
  ResultOf<typeof InvitationsQuery>['library']
>['invitations']['edges'][number]['node']

/** The invitations that still wait, and the way to withdraw one. */
export function useInvitations() {
  const { slug } = useLibrary()
  const variables = useMemo(() => ({ slug }), [slug])
  const list = useConnection({
    query: InvitationsQuery,
    variables,
    connection: (data) => data.library?.invitations,
  })
  const [, revoke] = useMutation(InvitationRevoke)
  useLibraryActivity((activity) => {
    if (!activity || /^(member|invitation)\./.test(activity.action)) list.refresh()
  })

  async function withdraw(invitation: Invitation) {
    const failure = failureOf(await revoke({ input: { id: invitation.id } }))
    showToast(
      failure
        ? { message: failure.message, tone: 'bad' }
        : { message: `The invitation of ${invitation.email} is withdrawn` },
    )
    list.refresh()
  }

  const open = list.rows.filter((row) => !row.acceptedAt && !row.revokedAt)
  return { ...list, open, withdraw }
}
