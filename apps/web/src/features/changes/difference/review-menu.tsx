'use client'

import { Button, Popover, Radio, Textarea } from '@mantine/core'
import { getHotkeyHandler, useDisclosure, useSessionStorage } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { type FormEvent, useMemo, useState } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { FormFailure, KeyHint, showToast, stateLook } from '../../../ui/index.ts'
import { useShortcuts } from '../../shell/index.ts'
import { MOST_CHARACTERS } from '../parts/composer.tsx'
import { useChange, useMayChange } from '../view/change-context.tsx'
import { ReviewMutation } from '../view/change-query.ts'
import { reviewHindrance, type Verdict } from './review-hindrance.ts'
import classes from './review-menu.module.css'

const VERDICTS = [
  { verdict: 'COMMENT', label: 'Comment', detail: 'Say something without judging.' },
  { verdict: 'APPROVE', label: 'Approve', detail: 'This content may be merged.' },
  { verdict: 'REQUEST_CHANGES', label: 'Request changes', detail: 'Something has to change before.' },
] as const

interface ReviewMenuProps {
  /** Hash of the head on the screen: what the review speaks of. */
  head: string | null
  stale: boolean
}

/** Judges what is on the screen. */
export function ReviewMenu({ head, stale }: ReviewMenuProps) {
  const { change } = useChange()
  const mayReview = useMayChange('review')
  const [opened, menu] = useDisclosure(false)
  const offered = mayReview && change.status === 'OPEN'
  useShortcuts(
    useMemo(
      () => (offered ? [{ keys: 'r', label: 'Review', group: 'Difference', run: menu.open }] : []),
      [offered, menu.open],
    ),
  )
  if (!offered) return null
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? menu.open() : menu.close())}
      position="bottom-end"
      width={400}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="filled"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          disabled={head === null}
          onClick={menu.toggle}
        >
          Review
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Review">
        {head !== null && <ReviewForm head={head} stale={stale} onDone={menu.close} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function ReviewForm({ head, stale, onDone }: { head: string; stale: boolean; onDone: () => void }) {
  const { change } = useChange()
  const { viewerHindrance } = change.approvals
  const [verdict, setVerdict] = useState<Verdict>('COMMENT')
  const [body, setBody, clear] = useSessionStorage({
    key: `incipit-review-${change.id}`,
    defaultValue: '',
  })
  const [failure, setFailure] = useState<string | null>(null)
  const [{ fetching }, review] = useMutation(ReviewMutation)
  const hindrance = reviewHindrance({ verdict, body, viewerHindrance, stale })
  const send = async () => {
    if (hindrance || fetching) return
    const failed = failureOf(
      await review({ input: { id: change.id, verdict, body: body.trim(), headCommit: head } }),
    )
    setFailure(failed ? (failed.fields.body ?? failed.message) : null)
    if (failed) return
    clear()
    onDone()
    showToast({ message: `${stateLook('verdict', verdict).word}: your review is in.` })
  }
  return (
    <form
      className={classes.form}
      aria-label="Review"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', () => void send()]])}
    >
      <Textarea
        label="Summary"
        placeholder="What do you think of it? Markdown works."
        autosize
        minRows={3}
        maxRows={12}
        maxLength={MOST_CHARACTERS}
        data-autofocus
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Radio.Group
        aria-label="Verdict"
        value={verdict}
        onChange={(value) =>
          setVerdict(VERDICTS.find((known) => known.verdict === value)?.verdict ?? 'COMMENT')
        }
      >
        <div className={classes.verdicts}>
          {VERDICTS.map(({ verdict: value, label, detail }) => {
            const barred = value !== 'COMMENT' && viewerHindrance !== null
            return (
              <Radio
                key={value}
                size="xs"
                value={value}
                label={label}
                description={barred ? viewerHindrance : detail}
                disabled={barred}
              />
            )
          })}
        </div>
      </Radio.Group>
      <FormFailure message={failure} />
      <div className={classes.actions}>
        <span className={classes.hint}>{hindrance}</span>
        <Button
          type="submit"
          variant="filled"
          loading={fetching}
          disabled={hindrance !== null}
          rightSection={<KeyHint keys="mod+enter" />}
        >
          Send the review
        </Button>
      </div>
    </form>
  )
}
