import { useState } from 'react'
import { type Failure, FailureFragment, graphql, useSend, type VariablesOf } from '../../../graphql/index.ts'
import { safeNext } from '../safe-next.ts'

const SignIn = graphql(
  `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

const SignInDemo = graphql(
  `
  mutation SignInDemo($input: SignInDemoInput!) {
    signInDemo(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

type DemoLevel = VariablesOf<typeof SignInDemo>['input']['level']

/** Signs in and leaves for the page somebody wanted, with a full load so that everything starts with the new session. */
export function useSignIn(next: string | null) {
  const { send, failure } = useSend(() => window.location.assign(safeNext(next)))
  /** What is under way: the form, or the level of a demo account; stays until the next page has come. */
  const [busy, setBusy] = useState<'form' | DemoLevel | null>(null)

  async function attempt(what: 'form' | DemoLevel, sent: () => Promise<Failure | null>) {
    setBusy(what)
    if (await sent()) setBusy(null)
  }

  return {
    failure,
    busy,
    withPassword: (email: string, password: string) =>
      attempt('form', () => send(SignIn, { email, password })),
    asDemo: (level: DemoLevel) => attempt(level, () => send(SignInDemo, { level })),
  }
}
