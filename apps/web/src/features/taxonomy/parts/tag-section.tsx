import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowMerge, IconTagOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { transportFailure } from '../../../graphql/index.ts'
import { counted } from '../../../lib/counted.ts'
import { useAddressQuery } from '../../../lib/use-address-query.ts'
import { EmptyState, ErrorState, LoadMore, SkeletonRows } from '../../../ui/index.ts'
import { type Tag, useTags } from '../hooks/use-tags.ts'
import { formatTagFilter, parseTagFilter, type TagFilter } from '../tag-filter.ts'
import { MergeTagsDialog } from './merge-tags-dialog.tsx'
import { TagTable } from './tag-table.tsx'
import { TagToolbar } from './tag-toolbar.tsx'

/** The tags of the library: find, rename, merge and delete them. */
export function TagSection({ mayChange }: { mayChange: boolean }) {
  const [params, setQuery] = useAddressQuery()
  const filter = useMemo(() => parseTagFilter(params), [params])
  const setFilter = (next: TagFilter, options?: { replace?: boolean }) =>
    setQuery(formatTagFilter(next), options)
  const list = useTags(filter)
  const [picked, setPicked] = useState<ReadonlyMap<string, Tag>>(new Map())
  const [merging, mergeDialog] = useDisclosure(false)
  const toggle = (tag: Tag) =>
    setPicked((now) => {
      const next = new Map(now)
      if (!next.delete(tag.id)) next.set(tag.id, tag)
      return next
    })
  const merge = (
    <Button
      size="xs"
      leftSection={<IconArrowMerge size={14} aria-hidden />}
      disabled={picked.size < 2}
      onClick={mergeDialog.open}
    >
      {picked.size < 2 ? 'Merge…' : `Merge ${picked.size} tags…`}
    </Button>
  )

  return (
    <>
      <TagToolbar
        filter={filter}
        setFilter={setFilter}
        count={list.status === 'ready' ? counted(list.total, 'tag') : null}
        action={mayChange && merge}
      />
      {list.status === 'loading' && <SkeletonRows rows={8} height={48} label="Loading tags" />}
      {(list.status === 'error' || list.status === 'missing') && (
        <ErrorState
          inline
          title="The tags could not be loaded"
          message={list.error ? transportFailure(list.error).message : 'They are not to be found.'}
          retry={list.refresh}
        />
      )}
      {list.status === 'ready' && list.rows.length === 0 && (
        <NoTags filter={filter} showAll={() => setQuery('?show=tags')} />
      )}
      {list.rows.length > 0 && (
        <TagTable
          tags={list.rows}
          picked={picked}
          toggle={mayChange ? toggle : undefined}
          changed={list.refresh}
        />
      )}
      <LoadMore hasMore={list.hasMore} loadMore={list.loadMore} />
      <MergeTagsDialog
        tags={[...picked.values()]}
        opened={merging}
        close={mergeDialog.close}
        merged={() => {
          setPicked(new Map())
          list.refresh()
        }}
      />
    </>
  )
}

function NoTags({ filter, showAll }: { filter: TagFilter; showAll: () => void }) {
  const narrowed = filter.search !== '' || filter.category !== null || filter.unused
  if (!narrowed)
    return (
      <EmptyState inline icon={IconTagOff} title="No tags yet">
        A tag comes into being when somebody gives it to a prompt.
      </EmptyState>
    )
  return (
    <EmptyState
      inline
      icon={IconTagOff}
      title={filter.unused ? 'Every tag is in use' : 'No tag fits'}
      actions={<Button onClick={showAll}>Show all tags</Button>}
    />
  )
}
