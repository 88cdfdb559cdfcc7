import { useMutation, useQuery } from 'urql'
import { FailureFragment, failureOf, graphql, type ResultOf } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'

const SessionsQuery = graphql(`
  query Sessions {
    viewer {
      sessions {
        id
        current
        ip
        userAgent
        createdAt
        lastSeenAt
      }
    }
  }
`)

const SessionRevoke = graphql(
  `
  mutation SessionRevoke($input: SessionRevokeInput!) {
    sessionRevoke(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

export type SignedInSession = NonNullable<ResultOf<typeof SessionsQuery>['viewer']>['sessions'][number]

/** Where the person is signed in, and the way to end one of these sessions. */
export function useSessions() {
  const [{ data, error }, execute] = useQuery({ query: SessionsQuery })
  const [, revoke] = useMutation(SessionRevoke)
  const refresh = () => execute({ requestPolicy: 'network-only' })

  async function end(session: SignedInSession) {
    const failure = failureOf(await revoke({ input: { id: session.id } }))
    showToast(failure ? { message: failure.message, tone: 'bad' } : { message: 'Session ended' })
    refresh()
  }

  return { sessions: data?.viewer?.sessions ?? null, error, end, refresh }
}
