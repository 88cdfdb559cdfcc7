import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useRef } from 'react'
import { FailureFragment, graphql, useSend } from '../../../graphql/index.ts'
import { FormFailure, showToast } from '../../../ui/index.ts'
import { useViewer } from '../../shell/index.ts'
import { Section } from './section.tsx'

const PasswordChange = graphql(
  `
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

/** Changes the password. */
export function PasswordSection() {
  const { email } = useViewer()
  const { send, busy, failure } = useSend()
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const input = { currentPassword: String(data.get('current')), newPassword: String(data.get('new')) }
    if (await send(PasswordChange, input)) return
    form.current?.reset()
    showToast({ message: 'Password changed' })
  }

  return (
    <Section title="Password" text="At least 12 characters; a few words are fine.">
      <form onSubmit={submit} ref={form}>
        <Stack gap={16}>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordInput
            label="Present password"
            name="current"
            required
            autoComplete="current-password"
            error={failure?.fields.currentPassword}
          />
          <PasswordInput
            label="New password"
            name="new"
            required
            autoComplete="new-password"
            error={failure?.fields.newPassword}
          />
          <FormFailure message={failure?.summary} />
          <Group>
            <Button type="submit" loading={busy}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
