import { Button, Checkbox, Group, Input, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { FormFailure, Modal, SecretBox, type StateValue } from '../../../ui/index.ts'
import { LevelSelect } from '../../members/index.ts'
import { useCreateKey } from '../hooks/use-create-key.ts'
import { expiryOf, type KeyScope, LIFETIMES, SCOPES } from '../key-choices.ts'

interface CreateKeyDialogProps {
  opened: boolean
  close: () => void
  /** The list has one more. */
  created: () => void
}

/** Makes a key and shows its secret this one time. Only the button closes it then: a secret is not lost by a stray click. */
export function CreateKeyDialog({ opened, close, created }: CreateKeyDialogProps) {
  const [hasSecret, setHasSecret] = useState(false)
  const finish = () => {
    setHasSecret(false)
    close()
  }
  return (
    <Modal
      opened={opened}
      onClose={finish}
      title={hasSecret ? 'Your new key' : 'New API key'}
      size={480}
      closeOnClickOutside={!hasSecret}
      closeOnEscape={!hasSecret}
      withCloseButton={!hasSecret}
    >
      <CreateKeyForm
        close={finish}
        made={() => {
          setHasSecret(true)
          created()
        }}
      />
    </Modal>
  )
}

function CreateKeyForm({ close, made }: { close: () => void; made: () => void }) {
  const { submit, busy, failure, secret } = useCreateKey()
  const [name, setName] = useState('')
  const [level, setLevel] = useState<StateValue<'level'>>('VIEWER')
  const [scopes, setScopes] = useState<string[]>(['READ'])
  const [lifetime, setLifetime] = useState<string>('90')

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    await submit({ name, level, scopes: scopes as KeyScope[], expiresAt: expiryOf(lifetime, new Date()) })
  }

  if (secret) return <NewSecret secret={secret} shown={made} close={close} />
  return (
    <form onSubmit={onSubmit}>
      <Stack gap={16}>
        <TextInput
          label="Name"
          placeholder="What uses it, such as “CI importer”"
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={failure?.fields.name}
        />
        <Input.Wrapper label="Level" labelElement="div" error={failure?.fields.level}>
          <LevelSelect framed label="Level" value={level} onChange={setLevel} />
        </Input.Wrapper>
        <Checkbox.Group label="Scopes" value={scopes} onChange={setScopes} error={failure?.fields.scopes}>
          <Stack gap={8}>
            {SCOPES.map(({ value, label, hint }) => (
              <Checkbox key={value} value={value} label={label} description={hint} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label="Ends after"
          data={LIFETIMES}
          value={lifetime}
          onChange={(value) => setLifetime(value ?? '')}
          allowDeselect={false}
          error={failure?.fields.expiresAt}
          maw={160}
        />
        <FormFailure message={failure?.summary} />
        <Group justify="flex-end" gap={8}>
          <Button onClick={close}>Cancel</Button>
          <Button variant="filled" type="submit" loading={busy} disabled={scopes.length === 0}>
            Create key
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function NewSecret({ secret, shown, close }: { secret: string; shown: () => void; close: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the secret appears
  useEffect(shown, [])
  return (
    <Stack gap={16}>
      <SecretBox
        text={secret}
        what="key"
        note="Copy it now and keep it where the program finds it. It is shown only this time; only its hash is stored."
      />
      <Group justify="flex-end">
        <Button variant="filled" onClick={close} data-autofocus>
          I have copied it
        </Button>
      </Group>
    </Stack>
  )
}
