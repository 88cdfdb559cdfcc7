import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { Failure } from '../../../graphql/index.ts'
import { FormFailure } from '../../../ui/index.ts'

interface PasswordFormProps {
  failure: Failure | null
  busy: boolean
  submit: (email: string, password: string) => void
}

/** E-mail and password. */
export function PasswordForm({ failure, busy, submit }: PasswordFormProps) {
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    submit(String(form.get('email')), String(form.get('password')))
  }
  return (
    <form onSubmit={onSubmit}>
      <Stack gap={16}>
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          required
          autoComplete="username"
          size="md"
          error={failure?.fields.email}
        />
        <PasswordInput
          label="Password"
          name="password"
          required
          autoComplete="current-password"
          size="md"
          error={failure?.fields.password}
        />
        <FormFailure message={failure?.summary} />
        <Button type="submit" variant="filled" size="md" loading={busy} fullWidth>
          Sign in
        </Button>
      </Stack>
    </form>
  )
}
