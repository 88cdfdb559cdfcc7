import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FailureFragment, graphql, useSend } from '../../../graphql/index.ts'
import { Avatar, FormFailure, showToast } from '../../../ui/index.ts'
import { useViewer } from '../../shell/index.ts'
import { Section } from './section.tsx'

const ProfileUpdate = graphql(
  `
  mutation ProfileUpdate($input: ProfileUpdateInput!) {
    profileUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on ProfileUpdatePayload {
        user {
          id
          name
        }
      }
    }
  }
`,
  [FailureFragment],
)

/** The person's name and address. */
export function ProfileSection() {
  const viewer = useViewer()
  const { send, busy, failure } = useSend(() => showToast({ message: 'Name saved' }))
  const [name, setName] = useState(viewer.name)

  function submit(event: FormEvent) {
    event.preventDefault()
    void send(ProfileUpdate, { name })
  }

  return (
    <Section
      title="Profile"
      text="How others see you beside what you write. Your colour is yours everywhere."
    >
      <form onSubmit={submit}>
        <Stack gap={16}>
          <Group gap={12}>
            <Avatar person={{ ...viewer, name: name || viewer.name }} size={48} plain />
            <div>
              <div>{viewer.email}</div>
            </div>
          </Group>
          <TextInput
            label="Name"
            required
            maxLength={100}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={failure?.fields.name}
          />
          <FormFailure message={failure?.summary} />
          <Group>
            <Button type="submit" variant="filled" loading={busy} disabled={name.trim() === viewer.name}>
              Save name
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
