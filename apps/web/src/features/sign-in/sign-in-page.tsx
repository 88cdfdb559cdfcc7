'use client'

import { Alert, Button } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../graphql/index.ts'
import { EntryPage } from '../entry/index.ts'
import { useSignIn } from './hooks/use-sign-in.ts'
import { DemoAccounts } from './parts/demo-accounts.tsx'
import { PasswordForm } from './parts/password-form.tsx'
import classes from './sign-in-page.module.css'
import { signOnProblem } from './sign-on-problem.ts'

const SignInOptions = graphql(`
  query SignInOptions {
    server {
      demo
      demoAccounts {
        name
        description
        email
        hue
        level
      }
      singleSignOn {
        label
        url
      }
    }
  }
`)

/** Sign-in: password, single sign-on when the server has it, and the demo accounts of a demo server. */
export function SignInPage({ next, problem }: { next: string | null; problem: string | null }) {
  const [{ data, error }] = useQuery({ query: SignInOptions })
  const signIn = useSignIn(next)
  const sso = data?.server.singleSignOn
  const explanation = signOnProblem(problem)
  const isDemo = data?.server.demo && data.server.demoAccounts.length > 0
  // Nothing is drawn until it is known what there will be, so that nothing jumps.
  if (!data && !error) return <EntryPage title="Sign in">{null}</EntryPage>
  return (
    <EntryPage title="Sign in">
      {explanation && (
        <Alert color="red" role="alert">
          {explanation}
        </Alert>
      )}
      {isDemo && (
        <DemoAccounts accounts={data.server.demoAccounts} busy={signIn.busy} choose={signIn.asDemo} />
      )}
      {isDemo && <p className={classes.or}>or with an account of your own</p>}
      <PasswordForm failure={signIn.failure} busy={signIn.busy === 'form'} submit={signIn.withPassword} />
      {sso && (
        <>
          <p className={classes.or}>or</p>
          <Button component="a" href={sso.url} fullWidth>
            {sso.label}
          </Button>
        </>
      )}
    </EntryPage>
  )
}
