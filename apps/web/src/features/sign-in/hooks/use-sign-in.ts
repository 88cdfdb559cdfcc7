import { useState } from 'react'
import { useMutation } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  type VariablesOf,
} from '../../../graphql/index.ts'
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
  const [, signIn] = useMutation(SignIn)
  const [, signInDemo] = useMutation(SignInDemo)
  const [failure, setFailure] = useState<Failure | null>(null)
  /** What is under way: the form, or the level of a demo account; stays until the next page has come. */
  const [busy, setBusy] = useState<'form' | DemoLevel | null>(null)

  async function finish(what: 'form' | DemoLevel, attempt: Promise<Parameters<typeof failureOf>[0]>) {
    setBusy(what)
    const failed = failureOf(await attempt)
    setFailure(failed)
    if (failed) setBusy(null)
    else window.location.assign(safeNext(next))
  }

  return {
    failure,
    busy,
    withPassword: (email: string, password: string) => finish('form', signIn({ input: { email, password } })),
    asDemo: (level: DemoLevel) => finish(level, signInDemo({ input: { level } })),
  }
}
