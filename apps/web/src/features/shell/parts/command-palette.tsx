'use client'

import { Spotlight, useSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { useEscape } from '../../../ui/index.ts'
import { type PaletteAction, paletteActions } from '../frame.ts'
import { useGeneralActions } from '../hooks/use-general-actions.ts'
import { usePromptHits } from '../hooks/use-prompt-hits.ts'
import { paletteMatch } from '../palette-match.ts'
import { useMaybeLibrary } from '../session-context.tsx'
import classes from './command-palette.module.css'
import { PaletteItem, PromptItem } from './palette-item.tsx'
import { closePalette, PALETTE_SEARCH, paletteStore, selectFirst } from './palette-store.ts'

/** Search and commands: what the page offers, prompts of the library, places, preferences. */
export function CommandPalette() {
  const [query, setQuery] = useState('')
  const { opened } = useSpotlight(paletteStore)
  useEscape(opened, closePalette)
  const router = useRouter()
  const slug = useMaybeLibrary()?.slug
  const { hits, searching } = usePromptHits(query, opened)
  const own = paletteActions.useEntries()
  const general = useGeneralActions()
  const groups = useMemo(() => grouped([...own, ...general], query), [own, general, query])
  // Enter takes the best hit without a step down; after a paint, when the list stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: selects anew whenever the list changes
  useEffect(() => {
    if (!opened) return
    const frame = requestAnimationFrame(selectFirst)
    return () => cancelAnimationFrame(frame)
  }, [opened, query, hits])
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      shortcut={null}
      closeOnEscape={false}
      // It comes by an animation of its style alone: a transition would mount it only some frames later.
      transitionProps={{ duration: 0 }}
      size={600}
      yOffset="12vh"
      maxHeight={440}
      scrollable
      overlayProps={{ blur: 0, color: 'var(--shade)', backgroundOpacity: 1 }}
      classNames={{
        content: classes.content,
        action: classes.action,
        actionsGroup: classes.group,
        search: classes.search,
      }}
    >
      <Spotlight.Search
        id={PALETTE_SEARCH}
        placeholder="Search prompts, go somewhere, do something…"
        aria-label="Search and commands"
        leftSection={<IconSearch size={18} stroke={1.5} />}
      />
      <Spotlight.ActionsList>
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label="Prompts">
            {hits.map((hit) => (
              <PromptItem key={hit.id} hit={hit} open={() => router.push(`/l/${slug}/p/${hit.key}`)} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups.map(([group, actions]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {actions.map((action) => (
              <PaletteItem key={action.id} action={action} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {hits.length === 0 && groups.length === 0 && (
          <Spotlight.Empty>{searching ? 'Searching…' : `Nothing found for “${query}”`}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function grouped(actions: readonly PaletteAction[], query: string): [string, PaletteAction[]][] {
  const found = actions
    .map((action) => ({ action, score: paletteMatch(query, `${action.label} ${action.group ?? ''}`) }))
    .filter(({ score }) => score > 0)
  return [...Map.groupBy(found, ({ action }) => action.group ?? 'Actions')].map(([group, list]) => [
    group,
    list.sort((a, b) => b.score - a.score).map(({ action }) => action),
  ])
}
