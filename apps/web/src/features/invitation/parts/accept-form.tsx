import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, FailureFragment, failureOf, graphql, payloadOf } from '../../../graphql/index.ts'
import { FormFailure } from '../../../ui/index.ts'

const InvitationAccept = graphql(
  `
  mutation InvitationAccept($input: InvitationAcceptInput!) {
    invitationAccept(input: $input) {
      __typename
      ...Failure_Error
      ... on InvitationAcceptPayload {
        library {
          id
          slug
        }
      }
    }
  }
`,
  [FailureFragment],
)

interface AcceptFormProps {
  token: string
  email: string
  accountExists: boolean
  signedInAs: string | null
}

/** Accepts with one click for somebody signed in, with the password for a known account, else with a new one. */
export function AcceptForm({ token, email, accountExists, signedInAs }: AcceptFormProps) {
  const [{ fetching }, accept] = useMutation(InvitationAccept)
  const [failure, setFailure] = useState<Failure | null>(null)
  const isMe = signedInAs?.toLowerCase() === email.toLowerCase()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => (form.has(name) ? String(form.get(name)) : null)
    const result = await accept({ input: { token, name: given('name'), password: given('password') } })
    setFailure(failureOf(result))
    const library = payloadOf(result, 'InvitationAcceptPayload')?.library
    if (library) window.location.assign(`/l/${library.slug}`)
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        {!isMe && !accountExists && (
          <TextInput
            size="md"
            label="Your name"
            name="name"
            required
            autoComplete="name"
            error={failure?.fields.name}
          />
        )}
        {!isMe && (
          <PasswordInput
            size="md"
            label={accountExists ? 'Your password' : 'Choose a password'}
            name="password"
            description={accountExists ? undefined : 'At least 12 characters; a few words are fine'}
            required
            autoComplete={accountExists ? 'current-password' : 'new-password'}
            error={failure?.fields.password}
          />
        )}
        <FormFailure message={failure?.summary ?? failure?.fields.token} />
        <Button type="submit" variant="filled" size="md" loading={fetching}>
          Accept and join
        </Button>
      </Stack>
    </form>
  )
}
