'use client'

import { ActionIcon, Button, SegmentedControl, Skeleton, TextInput, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconSearch, IconSitemap, IconX } from '@tabler/icons-react'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { counted } from '../../lib/counted.ts'
import { EmptyState, ErrorState } from '../../ui/index.ts'
import { useLibrary, usePageName } from '../shell/index.ts'
import classes from './dependencies-page.module.css'
import { useIncludes } from './hooks/use-includes.ts'
import { type MapView, useMapView } from './hooks/use-map-view.ts'
import { IncludeTable } from './list/include-table.tsx'
import { DependencyMap } from './map/dependency-map.tsx'
import { foundNodes, type MapModel, mapOf } from './map-model.ts'

/** Who includes whom in a library, as a picture and as a list. */
export function DependenciesPage() {
  usePageName('Dependencies')
  const { answer, refresh } = useIncludes()
  const includes = answer.state === 'ready' ? answer.includes : null
  const map = useMemo(() => mapOf(includes ?? []), [includes])
  if (answer.state === 'failed') {
    return <ErrorState title="The map could not be loaded" message={answer.message} retry={refresh} />
  }
  if (answer.state === 'loading') return <Loading />
  if (map.links.length === 0) return <NothingIncluded />
  return <Shown map={map} truncated={answer.truncated} />
}

function Shown({ map, truncated }: { map: MapModel; truncated: boolean }) {
  const roomy = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  const [view, setView] = useMapView(roomy)
  const [search, setSearch] = useState('')
  const [lookAt, setLookAt] = useState<{ key: string; turn: number } | null>(null)
  const found = useMemo(() => foundNodes(map, search), [map, search])
  const next = (): void => {
    const turn = (lookAt?.turn ?? 0) + 1
    const at = lookAt ? found.indexOf(lookAt.key) + 1 : 0
    const key = found[at % found.length]
    if (key !== undefined) setLookAt({ key, turn })
  }
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <VisuallyHidden component="h1">Dependencies</VisuallyHidden>
        <TextInput
          className={classes.search}
          type="search"
          aria-label="Find a prompt on the map"
          placeholder="Find a prompt…"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') next()
          }}
          leftSection={<IconSearch size={15} stroke={1.75} />}
          rightSection={
            search !== '' && (
              <ActionIcon size={22} aria-label="Clear the search" onClick={() => setSearch('')}>
                <IconX size={14} />
              </ActionIcon>
            )
          }
        />
        <span className={classes.count} role="status">
          {search.trim() === ''
            ? `${counted(map.nodes.size, 'prompt')}, ${counted(map.links.length, 'include')}`
            : `${found.length} of ${counted(map.nodes.size, 'prompt')}`}
        </span>
        <SegmentedControl
          aria-label="Show as"
          data={[
            { value: 'map', label: 'Map' },
            { value: 'list', label: 'List' },
          ]}
          value={view}
          onChange={(value) => setView(value as MapView)}
        />
      </div>
      {truncated && (
        <p className={classes.notice} role="status">
          There are more includes than the first 1,000 shown here. The page Usage of a prompt shows all around
          it.
        </p>
      )}
      {view === 'map' ? (
        <DependencyMap map={map} found={found} lookAt={lookAt} />
      ) : (
        <div className={classes.list}>
          {search.trim() !== '' && found.length === 0 ? (
            <EmptyState inline title="No prompt on the map is called so">
              Only prompts that include others or are included stand here.
            </EmptyState>
          ) : (
            <IncludeTable map={map} only={search.trim() === '' ? null : new Set(found)} />
          )}
        </div>
      )}
    </div>
  )
}

function Loading() {
  return (
    <div className={classes.page} role="status" aria-label="Loading the map">
      <div className={classes.bar}>
        <VisuallyHidden component="h1">Dependencies</VisuallyHidden>
        <Skeleton height={32} className={classes.search} />
      </div>
      <Skeleton className={classes.skeleton} radius={0} />
    </div>
  )
}

function NothingIncluded() {
  const { slug } = useLibrary()
  return (
    <EmptyState
      main
      icon={IconSitemap}
      title="No prompt includes another yet"
      actions={
        <Button component={Link} href={`/l/${slug}`}>
          To the library
        </Button>
      }
    >
      <p>
        Write <code>{'{{> key-of-a-prompt}}'}</code> into a text, and commit it: from then on the other
        prompt’s text stands there, and both appear here. A version can be pinned with{' '}
        <code>{'{{> key-of-a-prompt@1.2.0}}'}</code>.
      </p>
    </EmptyState>
  )
}
