'use client'

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, FailureFragment, failureOf, graphql, payloadOf } from '../../graphql/index.ts'
import { FormFailure } from '../../ui/index.ts'
import { EntryPage } from '../entry/index.ts'

const SetupComplete = graphql(
  `
  mutation SetupComplete($input: SetupCompleteInput!) {
    setupComplete(input: $input) {
      __typename
      ...Failure_Error
      ... on SetupCompletePayload {
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

/** The first page of a new server: makes the first admin and the first library. */
export function SetupPage({ token }: { token: string }) {
  const [{ fetching }, complete] = useMutation(SetupComplete)
  const [failure, setFailure] = useState<Failure | null>(null)

  if (!token)
    return (
      <EntryPage
        title="Set up Incipit"
        lead="This server has no admin yet. Its log shows a one-time link to this page; open that link to create the first admin."
      >
        {null}
      </EntryPage>
    )

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name))
    const result = await complete({
      input: {
        token,
        name: field('name'),
        email: field('email'),
        password: field('password'),
        libraryName: field('libraryName'),
      },
    })
    setFailure(failureOf(result))
    const library = payloadOf(result, 'SetupCompletePayload')?.library
    if (library) window.location.assign(`/l/${library.slug}`)
  }

  return (
    <EntryPage
      title="Set up Incipit"
      lead="You become the first admin. You can invite everybody else afterwards."
    >
      <form onSubmit={submit}>
        <Stack gap={16}>
          <TextInput
            size="md"
            label="Your name"
            name="name"
            required
            autoComplete="name"
            error={failure?.fields.name}
          />
          <TextInput
            size="md"
            label="E-mail"
            name="email"
            type="email"
            required
            autoComplete="username"
            error={failure?.fields.email}
          />
          <PasswordInput
            size="md"
            label="Password"
            name="password"
            description="At least 12 characters; a few words are fine"
            required
            autoComplete="new-password"
            error={failure?.fields.password}
          />
          <TextInput
            size="md"
            label="First library"
            name="libraryName"
            description="The team or product whose prompts it will hold"
            required
            error={failure?.fields.libraryName}
          />
          <FormFailure message={failure?.summary ?? failure?.fields.token} />
          <Button type="submit" variant="filled" size="md" loading={fetching}>
            Create admin and library
          </Button>
        </Stack>
      </form>
    </EntryPage>
  )
}
