'use client'

import { Portal } from '@mantine/core'
import Link from 'next/link'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { BlamePoint } from '../../../editor/index.ts'
import { Avatar, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import classes from './blame-card.module.css'
import type { BlamedCommit } from './blame-query.ts'

interface BlameCardProps {
  rect: BlamePoint['rect']
  /** `null`: no commit has it yet. */
  commit: BlamedCommit | null
  onStay: () => void
  onLeave: () => void
  onClose: () => void
}

const GAP = 4
const MARGIN = 12

/** Who committed what the pointer is at, why and when, and the way to the commit. */
export function BlameCard({ rect, commit, onStay, onLeave, onClose }: BlameCardProps) {
  const card = useRef<HTMLElement>(null)
  const [place, setPlace] = useState({ left: rect.left, top: rect.bottom + GAP })
  useLayoutEffect(() => {
    const { width = 0, height = 0 } = card.current?.getBoundingClientRect() ?? {}
    const below = rect.bottom + GAP
    const fits = below + height <= window.innerHeight - MARGIN
    setPlace({
      left: Math.max(MARGIN, Math.min(rect.left + MARGIN, window.innerWidth - width - MARGIN)),
      top: fits ? below : Math.max(MARGIN, rect.top - GAP - height),
    })
  }, [rect])
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose()
    }
    const press = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !card.current?.contains(target)) onClose()
    }
    window.addEventListener('keydown', key)
    window.addEventListener('pointerdown', press)
    return () => {
      window.removeEventListener('keydown', key)
      window.removeEventListener('pointerdown', press)
    }
  }, [onClose])
  return (
    <Portal>
      <section
        ref={card}
        className={classes.card}
        style={place}
        aria-label="Who wrote this"
        data-testid="blame-card"
        onPointerEnter={onStay}
        onPointerLeave={onLeave}
      >
        {commit ? (
          <Committed commit={commit} />
        ) : (
          <p className={classes.none}>Written or changed since the last commit.</p>
        )}
      </section>
    </Portal>
  )
}

function Committed({ commit }: { commit: BlamedCommit }) {
  const { href } = usePromptShell()
  const ref = refOf(commit)
  return (
    <>
      <div className={classes.people}>
        {commit.authors.map((author) => (
          <span key={author.id} className={classes.person}>
            <Avatar person={author} size={20} plain />
            {author.name}
          </span>
        ))}
      </div>
      <p className={classes.message}>{commit.message}</p>
      <div className={classes.facts}>
        <Link href={href(`/commits/${ref}`)}>{ref}</Link>
        <StateBadge kind="changeType" value={commit.changeType} />
        <RelativeTime at={commit.createdAt} />
      </div>
    </>
  )
}
