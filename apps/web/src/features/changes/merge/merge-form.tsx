'use client'

import { Button, Checkbox, NativeSelect, SegmentedControl, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { IconGitMerge } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { failureOf, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, KeyHint, showToast, stateLook } from '../../../ui/index.ts'
import { refOf } from '../../prompt/index.ts'
import { useChange } from '../view/change-context.tsx'
import type { Change } from '../view/change-query.ts'
import { defaultMessage, type MergeMethod } from './default-message.ts'
import classes from './merge-box.module.css'
import { ChangeMergeMutation } from './merge-mutations.ts'

type ChangeType = Change['mergeability']['changeType']

/** How it shall be merged: with its commits or as one, as which change, under which message. */
export function MergeForm() {
  const { change } = useChange()
  const [method, setMethod] = useState<MergeMethod>('MERGE')
  const [message, setMessage] = useState('')
  const [chosen, setChosen] = useState<ChangeType | null>(null)
  const [deleteSource, setDeleteSource] = useState(change.source.type !== 'STAGING')
  const { merge, fetching, failure } = useMerge()
  const changeType = chosen ?? change.mergeability.changeType
  const numbered = change.target.type === 'MAIN'
  const submit = () => {
    if (fetching) return
    void merge({
      method,
      message: message.trim() || null,
      changeType: numbered ? changeType : null,
      deleteSource,
    })
  }
  return (
    <form
      className={classes.form}
      aria-label="Merge"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', submit]])}
    >
      <div className={classes.choices}>
        <SegmentedControl
          aria-label="How to merge"
          value={method}
          onChange={(value) => setMethod(value === 'SQUASH' ? 'SQUASH' : 'MERGE')}
          data={[
            { value: 'MERGE', label: 'Merge commit' },
            { value: 'SQUASH', label: 'Squash into one' },
          ]}
        />
        <span className={classes.method}>
          {method === 'MERGE'
            ? 'Keeps every commit of the branch in the history.'
            : 'One commit with all changes and all authors.'}
        </span>
      </div>
      <Textarea
        label="Message"
        placeholder={defaultMessage(change, method)}
        autosize
        minRows={1}
        maxRows={8}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {numbered && <TypeChoice change={change} value={changeType} onChange={setChosen} />}
      {!change.source.protected && (
        <Checkbox
          label={
            <span>
              Delete <code>{change.source.name}</code> afterwards; it can be restored
            </span>
          }
          checked={deleteSource}
          onChange={(event) => setDeleteSource(event.currentTarget.checked)}
        />
      )}
      <FormFailure message={failure} />
      <div>
        <Button
          type="submit"
          variant="filled"
          loading={fetching}
          leftSection={<IconGitMerge size={16} aria-hidden />}
          rightSection={<KeyHint keys="mod+enter" />}
        >
          {method === 'MERGE' ? 'Merge' : 'Squash and merge'} into {change.target.name}
        </Button>
      </div>
    </form>
  )
}

interface TypeChoiceProps {
  change: Change
  value: ChangeType
  onChange: (value: ChangeType) => void
}

function TypeChoice({ change, value, onChange }: TypeChoiceProps) {
  const { nextVersions, changeType: proposed } = change.mergeability
  const next = nextVersions.find((entry) => entry.changeType === value)
  return (
    <div className={classes.type}>
      <NativeSelect
        label="Type of change"
        description={
          value === proposed
            ? `Proposed from what changed: ${stateLook('changeType', value).meaning.toLowerCase()}`
            : stateLook('changeType', value).meaning
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value}
        data={nextVersions.map((entry) => ({
          value: entry.changeType,
          label: `${stateLook('changeType', entry.changeType).word}${entry.version ? `: ${entry.version}` : ''}`,
        }))}
        onChange={(event) => {
          const found = nextVersions.find((entry) => entry.changeType === event.currentTarget.value)
          if (found) onChange(found.changeType)
        }}
      />
      <p className={classes.version} aria-live="polite">
        {next?.version ?? 'No new number'}
        <span>{next?.version ? 'will be the version' : 'the merge is listed by its hash'}</span>
      </p>
    </div>
  )
}

interface MergeWish {
  method: MergeMethod
  message: string | null
  changeType: ChangeType | null
  deleteSource: boolean
}

function useMerge() {
  const { change, refresh } = useChange()
  const [{ fetching }, execute] = useMutation(ChangeMergeMutation)
  const [failure, setFailure] = useState<string | null>(null)
  const merge = async (wish: MergeWish) => {
    if (!change.headCommit) return
    setFailure(null)
    const result = await execute({
      input: { id: change.id, expectedHead: change.headCommit.hash, ...wish },
    })
    const failed = failureOf(result)
    if (failed) {
      setFailure(failed.message)
      refresh()
      return
    }
    const made = payloadOf(result, 'ChangeRequestMergePayload')?.commit
    if (made) showToast({ message: `Merged into ${change.target.name} as ${refOf(made)}.` })
  }
  return { merge, fetching, failure }
}
