import { Button, Group, NativeSelect } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { counted } from '../../../lib/counted.ts'
import { FormFailure, Modal, showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { useTagChanges } from '../hooks/use-tag-changes.ts'
import type { Tag } from '../hooks/use-tags.ts'
import classes from './tag-section.module.css'

interface MergeTagsDialogProps {
  tags: readonly Tag[]
  opened: boolean
  close: () => void
  merged: () => void
}

/** Makes several tags one; says beforehand which prompts will carry what. */
export function MergeTagsDialog({ tags, opened, close, merged }: MergeTagsDialogProps) {
  return (
    <Modal opened={opened} onClose={close} title={`Merge ${counted(tags.length, 'tag')}`} size={480}>
      <MergeForm tags={tags} close={close} merged={merged} />
    </Modal>
  )
}

function MergeForm({ tags, close, merged }: Omit<MergeTagsDialogProps, 'opened'>) {
  const { mergeTags, busy, failure } = useTagChanges(merged)
  const mostUsed = tags.toSorted((a, b) => b.usageCount - a.usageCount)[0]
  const [chosen, setChosen] = useState(mostUsed?.id)
  const into = tags.find(({ id }) => id === chosen) ?? mostUsed
  if (!into) return null
  const going = tags.filter((tag) => tag !== into)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const failed = await mergeTags(
      going.map(({ id }) => id),
      into!.id,
    )
    if (failed) return
    close()
    showToast({ message: `${going.map(({ name }) => name).join(', ')} went into ${into!.name}` })
  }

  return (
    <form onSubmit={submit} className={classes.dialog}>
      <NativeSelect
        label="The tag that remains"
        data-autofocus
        value={into.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={tags.map(({ id, name, usageCount }) => ({ value: id, label: `${name} (${usageCount})` }))}
      />
      <ul className={classes.effect} aria-label="What changes">
        {going.map((tag) => (
          <Effect key={tag.id} tag={tag} into={into.name} />
        ))}
      </ul>
      <p>
        The other {going.length === 1 ? 'tag is' : 'tags are'} gone afterwards. This cannot be taken back; the
        audit log keeps what was.
      </p>
      <FormFailure message={failure?.message} />
      <Group justify="flex-end" gap={8}>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="filled" loading={busy}>
          Merge into {into.name}
        </Button>
      </Group>
    </form>
  )
}

const CarriersQuery = graphql(`
  query TagCarriers($slug: String!, $tags: [String!]!) {
    library(slug: $slug) {
      id
      prompts(first: 3, filter: { tags: $tags }) {
        totalCount
        edges {
          node {
            id
            name
          }
        }
      }
    }
  }
`)

/** What becomes of the prompts that carry a tag that goes. */
function Effect({ tag, into }: { tag: Tag; into: string }) {
  const { slug } = useLibrary()
  const [{ data }] = useQuery({
    query: CarriersQuery,
    variables: { slug, tags: [tag.name] },
    pause: tag.usageCount === 0,
  })
  const found = data?.library?.prompts
  const names = found?.edges.map(({ node }) => node.name) ?? []
  const more = (found?.totalCount ?? 0) - names.length
  return (
    <li>
      <div className={classes.arrow}>
        <span>
          {tag.name} → {into}
        </span>
        <span className={classes.carriers}>{counted(tag.usageCount, 'prompt')}</span>
      </div>
      {names.length > 0 && (
        <div className={classes.carriers}>
          {names.join(', ')}
          {more > 0 && ` and ${more.toLocaleString('en-GB')} more`}
        </div>
      )}
    </li>
  )
}
