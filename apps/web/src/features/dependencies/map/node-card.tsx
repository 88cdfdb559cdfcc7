'use client'

import { ActionIcon, Button, Skeleton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { CopyText, StateBadge, useEscape } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { useImpact } from '../hooks/use-impact.ts'
import type { Link as MapLink, MapNode } from '../map-model.ts'
import { impactSentence, versionWords } from '../map-words.ts'
import classes from './node-card.module.css'

interface NodeCardProps {
  node: MapNode
  nodes: ReadonlyMap<string, MapNode>
  links: readonly MapLink[]
  /** Takes the focus, so that the keyboard goes on here. */
  focus: boolean
  choose: (key: string) => void
  close: () => void
}

/** What there is to know of a prompt on the map: what a change of it reaches, its neighbours, the way to it. */
export function NodeCard({ node, nodes, links, focus, choose, close }: NodeCardProps) {
  const { slug } = useLibrary()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focus) card.current?.focus()
  }, [focus])
  useEscape(true, close)
  const { key, prompt } = node
  return (
    <aside ref={card} className={classes.card} tabIndex={-1} aria-label={prompt?.name ?? key}>
      <div className={classes.head}>
        <h2 className={classes.name}>{prompt?.name ?? key}</h2>
        <ActionIcon aria-label="Close the card" onClick={close}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {prompt ? (
        <>
          <div className={classes.facts}>
            <StateBadge kind="status" value={prompt.status} variant="pill" />
            <CopyText text={key} what="key" />
          </div>
          <ImpactLine promptKey={key} />
        </>
      ) : (
        <p className={classes.text}>
          There is no prompt of this key. What includes it cannot be rendered until there is one, or it
          includes something else.
        </p>
      )}
      <Neighbours
        title="Included by"
        ends={links.filter(({ to }) => to === key).map(({ from, versions }) => ({ key: from, versions }))}
        nodes={nodes}
        choose={choose}
      />
      <Neighbours
        title="Includes"
        ends={links.filter(({ from }) => from === key).map(({ to, versions }) => ({ key: to, versions }))}
        nodes={nodes}
        choose={choose}
      />
      {prompt && (
        <div className={classes.actions}>
          <Button component={Link} href={`/l/${slug}/p/${key}`} variant="filled">
            Open
          </Button>
          <Button component={Link} href={`/l/${slug}/p/${key}/usage`}>
            Usage
          </Button>
        </div>
      )}
    </aside>
  )
}

function ImpactLine({ promptKey }: { promptKey: string }) {
  const { impact, error } = useImpact(promptKey)
  if (error) return <p className={classes.text}>What a change reaches could not be looked up.</p>
  if (!impact)
    return <Skeleton height={14} my={8} role="status" aria-label="Looking up what a change reaches" />
  return <p className={classes.text}>{impactSentence(impact)}</p>
}

interface NeighboursProps {
  title: string
  ends: readonly { key: string; versions: readonly (string | null)[] }[]
  nodes: ReadonlyMap<string, MapNode>
  choose: (key: string) => void
}

function Neighbours({ title, ends, nodes, choose }: NeighboursProps) {
  if (ends.length === 0) return null
  return (
    <>
      <h3 className={classes.heading}>
        {title} <span>{ends.length}</span>
      </h3>
      <ul className={classes.list}>
        {ends.map(({ key, versions }) => (
          <li key={key}>
            <button type="button" onClick={() => choose(key)}>
              {nodes.get(key)?.prompt?.name ?? key}
            </button>
            <span className={classes.version}>{versions.map(versionWords).join(', ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
