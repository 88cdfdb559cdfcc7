'use client'

import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { getHotkeyHandler, useSessionStorage } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { FormFailure, KeyHint, Markdown } from '../../../ui/index.ts'
import classes from './composer.module.css'

export const MOST_CHARACTERS = 20_000

interface ComposerProps {
  /** Name of the field. */
  label: string
  placeholder: string
  /** The verb on the button. */
  submit: string
  /** Where what is typed is kept until it is sent: it outlives the page and a reload. */
  draft: string
  /** What the field begins with. */
  initial?: string
  /** Sends it; answers why it was refused, or `null` when it was taken. */
  onSubmit: (text: string) => Promise<string | null>
  onCancel?: () => void
  /** May it be sent without a word? */
  mayBeEmpty?: boolean
  autoFocus?: boolean
  minRows?: number
  /** Beside the button. */
  extra?: ReactNode
  filled?: boolean
}

/** A field for Markdown with a preview. Nothing typed is lost: not by a refusal, not by leaving. */
export function Composer(props: ComposerProps) {
  const { label, placeholder, submit, draft, initial = '', onCancel, mayBeEmpty = false } = props
  const [text, setText, clear] = useSessionStorage({ key: `incipit-${draft}`, defaultValue: initial })
  const [look, setLook] = useState<'write' | 'preview'>('write')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const sendable = (mayBeEmpty || text.trim() !== '') && !busy
  const send = async () => {
    if (!sendable) return
    setBusy(true)
    const refused = await props.onSubmit(text.trim())
    setBusy(false)
    setFailure(refused)
    if (refused !== null) return
    clear()
    setLook('write')
  }
  const cancel = () => {
    clear()
    onCancel?.()
  }
  return (
    <form
      className={classes.composer}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', () => void send()]])}
    >
      <SegmentedControl
        size="xs"
        className={classes.look}
        value={look}
        onChange={(value) => setLook(value === 'preview' ? 'preview' : 'write')}
        data={[
          { value: 'write', label: 'Write' },
          { value: 'preview', label: 'Preview' },
        ]}
      />
      {look === 'write' ? (
        <Textarea
          aria-label={label}
          placeholder={placeholder}
          autosize
          minRows={props.minRows ?? 3}
          maxRows={24}
          maxLength={MOST_CHARACTERS}
          value={text}
          autoFocus={props.autoFocus}
          data-autofocus={props.autoFocus || undefined}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && onCancel && text.trim() === initial.trim()) cancel()
          }}
        />
      ) : (
        <div className={classes.preview}>
          {text.trim() === '' ? (
            <p className={classes.nothing}>Nothing to preview</p>
          ) : (
            <Markdown text={text} />
          )}
        </div>
      )}
      <FormFailure message={failure} />
      <div className={classes.actions}>
        {props.extra}
        {onCancel && <Button onClick={cancel}>Cancel</Button>}
        <Button
          type="submit"
          variant={props.filled ? 'filled' : 'default'}
          loading={busy}
          disabled={!sendable}
          rightSection={<KeyHint keys="mod+enter" />}
        >
          {submit}
        </Button>
      </div>
    </form>
  )
}
