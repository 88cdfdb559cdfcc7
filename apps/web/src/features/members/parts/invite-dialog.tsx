import { Button, Group, Input, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, FailureFragment, failureOf, graphql, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, Modal, SecretBox, type StateValue } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { LevelSelect } from './level-select.tsx'

const InvitationCreate = graphql(
  `
  mutation InvitationCreate($input: InvitationCreateInput!) {
    invitationCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on InvitationCreatePayload {
        url
        invitation {
          id
          email
        }
      }
    }
  }
`,
  [FailureFragment],
)

interface InviteFormProps {
  close: () => void
  /** There is one more invitation. */
  made: () => void
}

/** Invites somebody: makes a link to hand over, shown this one time. */
export function InviteDialog({ opened, ...form }: InviteFormProps & { opened: boolean }) {
  return (
    <Modal opened={opened} onClose={form.close} title="Invite somebody" size={480}>
      <InviteForm {...form} />
    </Modal>
  )
}

function InviteForm({ close, made: onMade }: InviteFormProps) {
  const { id } = useLibrary()
  const [{ fetching }, create] = useMutation(InvitationCreate)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [level, setLevel] = useState<StateValue<'level'>>('DEVELOPER')
  const [made, setMade] = useState<{ url: string; email: string } | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    const result = await create({ input: { libraryId: id, email, level } })
    setFailure(failureOf(result))
    const payload = payloadOf(result, 'InvitationCreatePayload')
    if (!payload) return
    setMade({ url: payload.url, email: payload.invitation.email })
    onMade()
  }

  if (made)
    return (
      <Stack gap={16}>
        <SecretBox
          text={made.url}
          what="link"
          note={`Send this link to ${made.email}. It is shown only now and works once.`}
        />
        <Group justify="flex-end">
          <Button variant="filled" onClick={close}>
            Done
          </Button>
        </Group>
      </Stack>
    )
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          required
          data-autofocus
          autoComplete="off"
          error={failure?.fields.email}
        />
        <Input.Wrapper label="Level" labelElement="div" error={failure?.fields.level}>
          <LevelSelect framed label="Level" value={level} onChange={setLevel} />
        </Input.Wrapper>
        <FormFailure message={failure?.summary} />
        <Group justify="flex-end" gap={8}>
          <Button onClick={close}>Cancel</Button>
          <Button variant="filled" type="submit" loading={fetching}>
            Make invitation link
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
