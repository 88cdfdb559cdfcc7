'use client'

import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { IconGitPullRequest, IconInfoCircle } from '@tabler/icons-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMutation } from 'urql'
import { failureOf, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, KeyHint, Markdown } from '../../../ui/index.ts'
import { usePromptShell } from '../../prompt/index.ts'
import { MOST_CHARACTERS } from '../parts/composer.tsx'
import classes from './new-change.module.css'
import type { NewChangeHindrance } from './new-change-hindrance.ts'
import { type ChangeBranch, ChangeCreateMutation, type ChangePreview } from './new-change-query.ts'
import { MOST_TITLE, ownCommits, proposedDescription, proposedTitle } from './proposed-words.ts'

interface NewChangeFormProps {
  source: ChangeBranch | null
  target: ChangeBranch | null
  preview: ChangePreview | null
  hindrance: NewChangeHindrance | null
}

/** What the change request is called and why it is asked for; both are proposed from the commits. */
export function NewChangeForm({ source, target, preview, hindrance }: NewChangeFormProps) {
  const { home } = usePromptShell()
  const { title, setTitle, description, setDescription } = useProposed(source, preview)
  const { open, fetching, failure } = useOpen(source, target)
  const [look, setLook] = useState<'write' | 'preview'>('write')
  if (hindrance)
    return (
      <p className={classes.hindrance} role="status">
        <IconInfoCircle size={16} stroke={1.75} aria-hidden />
        <span>
          {hindrance.text}{' '}
          {hindrance.other !== null && (
            <Link href={`${home}/changes/${hindrance.other}`}>Go to #{hindrance.other}</Link>
          )}
        </span>
      </p>
    )
  const sendable = title.trim() !== '' && source !== null && target !== null && !fetching
  const send = () => {
    if (sendable) void open(title.trim(), description.trim())
  }
  return (
    <form
      className={classes.form}
      aria-label="New change request"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', send]])}
    >
      <TextInput
        label="Title"
        value={title}
        maxLength={MOST_TITLE}
        error={failure?.fields.title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={classes.description}>
        <div className={classes.descriptionHead}>
          <label htmlFor="change-description">Description</label>
          <SegmentedControl
            size="xs"
            value={look}
            onChange={(value) => setLook(value === 'preview' ? 'preview' : 'write')}
            data={[
              { value: 'write', label: 'Write' },
              { value: 'preview', label: 'Preview' },
            ]}
          />
        </div>
        {look === 'write' ? (
          <Textarea
            id="change-description"
            placeholder="What changes, and why. Markdown works."
            autosize
            minRows={5}
            maxRows={20}
            maxLength={MOST_CHARACTERS}
            value={description}
            error={failure?.fields.description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        ) : (
          <div className={classes.preview}>
            {description.trim() === '' ? 'Nothing to preview' : <Markdown text={description} />}
          </div>
        )}
      </div>
      <FormFailure message={failure?.summary} />
      <div>
        <Button
          type="submit"
          variant="filled"
          loading={fetching}
          disabled={!sendable}
          leftSection={<IconGitPullRequest size={16} aria-hidden />}
          rightSection={<KeyHint keys="mod+enter" />}
        >
          Open the change request
        </Button>
      </div>
    </form>
  )
}

function useProposed(source: ChangeBranch | null, preview: ChangePreview | null) {
  const [typed, setTyped] = useState<{ title?: string; description?: string }>({})
  const commits = ownCommits(preview?.commits.edges.map(({ node }) => node) ?? [], [
    preview?.compare?.base.hash,
    preview?.branch?.forkedFrom?.hash,
  ])
  return {
    title: typed.title ?? (source ? proposedTitle(source.name, commits) : ''),
    description: typed.description ?? proposedDescription(commits),
    setTitle: (title: string) => setTyped((now) => ({ ...now, title })),
    setDescription: (description: string) => setTyped((now) => ({ ...now, description })),
  }
}

function useOpen(source: ChangeBranch | null, target: ChangeBranch | null) {
  const { home } = usePromptShell()
  const router = useRouter()
  const [result, create] = useMutation(ChangeCreateMutation)
  const open = async (title: string, description: string) => {
    if (!source || !target) return
    const answer = await create({
      input: { sourceBranchId: source.id, targetBranchId: target.id, title, description },
    })
    const made = payloadOf(answer, 'ChangeRequestCreatePayload')?.changeRequest
    if (made) router.push(`${home}/changes/${made.number}`)
  }
  const answered = result.data || result.error
  return { open, fetching: result.fetching, failure: answered ? failureOf(result) : null }
}
