'use client'

import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, FailureFragment, failureOf, graphql, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, Modal } from '../../../ui/index.ts'
import { useRefreshSession } from '../session-context.tsx'

const LibraryCreate = graphql(
  `
  mutation LibraryCreate($input: LibraryCreateInput!) {
    libraryCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on LibraryCreatePayload {
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

/** Asks for the name of a new library, makes it and opens it. */
export function CreateLibraryDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const router = useRouter()
  const refresh = useRefreshSession()
  const [{ fetching }, create] = useMutation(LibraryCreate)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const result = await create({
      input: { name: String(form.get('name')), description: String(form.get('description')) },
    })
    setFailure(failureOf(result))
    const library = payloadOf(result, 'LibraryCreatePayload')?.library
    if (!library) return
    close()
    refresh()
    router.push(`/l/${library.slug}`)
  }

  return (
    <Modal opened={opened} onClose={close} title="New library" size={440}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          <TextInput
            label="Name"
            name="name"
            required
            data-autofocus
            error={failure?.fields.name ?? failure?.fields.slug}
          />
          <Textarea
            label="Description"
            name="description"
            description="What its prompts are for, in a sentence"
            rows={2}
            error={failure?.fields.description}
          />
          <FormFailure message={failure?.summary} />
          <Group justify="flex-end" gap={8}>
            <Button onClick={close}>Cancel</Button>
            <Button variant="filled" type="submit" loading={fetching}>
              Create library
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
