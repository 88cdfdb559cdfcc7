'use client'

import type { Diagnostic, TokenCount } from '@incipit/document'
import { UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudCheck,
  IconCloudOff,
  IconEye,
  IconLoader2,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { saveStatus } from '../../../editor/index.ts'
import { stateLook } from '../../../ui/index.ts'
import { useFollow } from '../follow-context.tsx'
import { usePeopleHere } from '../hooks/use-people-here.ts'
import { usePrompt } from '../prompt-context.tsx'
import { setSwitcher } from '../switcher/switcher-store.ts'
import { tokensText } from '../tokens/tokens-text.ts'
import classes from './status-line.module.css'
import { problemsText, uncommittedText } from './status-text.ts'
import { useUncommitted } from './use-uncommitted.ts'
import type { Place } from './write-page.tsx'

interface StatusLineProps {
  place: Place
  problems: readonly Diagnostic[]
  /** `null` until they are counted. */
  tokens: TokenCount | null
  /** Tokens that the library allows; `null` while that is not known. */
  limit: number | null
  onProblems: () => void
  /** Who wrote the line. */
  blame: ReactNode
}

/** The state of the work, as at the foot of a code editor. */
export function StatusLine({ place, problems, tokens, limit, onProblems, blame }: StatusLineProps) {
  const { branch } = usePrompt()
  const { icon: TypeIcon } = stateLook('branchType', branch.type)
  const errors = problems.some(({ severity }) => severity === 'error')
  return (
    <footer className={classes.line}>
      <SaveState />
      <UnstyledButton className={classes.item} onClick={onProblems} data-tone={errors ? 'bad' : undefined}>
        {problems.length === 0 ? (
          <IconCircleCheck size={14} aria-hidden />
        ) : (
          <IconAlertTriangle size={14} aria-hidden />
        )}
        {problemsText(problems)}
      </UnstyledButton>
      {tokens && <Tokens tokens={tokens} limit={limit} />}
      <Uncommitted />
      <Following />
      {blame}
      <span className={classes.place}>
        Ln {place.line}, Col {place.column}
        {place.selected > 0 && ` (${place.selected} selected)`}
      </span>
      <UnstyledButton
        className={classes.item}
        data-wide
        data-testid="status-branch"
        title="Switch the branch"
        onClick={() => setSwitcher(true)}
      >
        <TypeIcon size={14} aria-hidden />
        <span className={classes.branch}>{branch.name}</span>
      </UnstyledButton>
    </footer>
  )
}

function Tokens({ tokens: { tokens: total, exact }, limit }: { tokens: TokenCount; limit: number | null }) {
  const over = limit !== null && total > limit
  return (
    <span
      className={classes.item}
      data-wide
      data-tone={over ? 'warn' : undefined}
      data-testid="status-tokens"
      title={tokensText({ total, exact }, limit)}
    >
      {tokensText({ total, exact }, null)}
    </span>
  )
}

const ICONS = { ok: IconCloudCheck, busy: IconLoader2, warn: IconCloudOff }

function SaveState() {
  const { live, mayWrite } = usePrompt()
  if (!live) return null
  const reading = !mayWrite && live.state.save.status !== 'offline' && !live.state.closed
  const { text, tone } = reading ? { text: 'Live, read-only', tone: 'ok' as const } : saveStatus(live.state)
  const Icon = reading ? IconEye : ICONS[tone]
  return (
    <span className={classes.item} role="status" data-tone={tone} data-testid="save-state">
      <Icon size={14} aria-hidden className={tone === 'busy' ? classes.busy : undefined} />
      {text}
    </span>
  )
}

function Uncommitted() {
  const text = uncommittedText(useUncommitted())
  return text ? (
    <span className={classes.item} data-wide data-testid="uncommitted">
      {text}
    </span>
  ) : null
}

function Following() {
  const { live } = usePrompt()
  const { following, follow } = useFollow()
  const people = usePeopleHere(live?.session ?? null)
  const person = people.find(({ userId }) => userId === following)
  if (!person) return null
  return (
    <UnstyledButton className={classes.item} data-tone="follow" onClick={() => follow(null)}>
      <IconEye size={14} aria-hidden />
      Following {person.name}: stop
    </UnstyledButton>
  )
}
