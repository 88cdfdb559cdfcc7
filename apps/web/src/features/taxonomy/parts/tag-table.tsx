import { useState } from 'react'
import { DataTable } from '../../../ui/index.ts'
import type { Tag } from '../hooks/use-tags.ts'
import { EditTagDialog } from './edit-tag-dialog.tsx'
import { TagRow } from './tag-row.tsx'
import classes from './tag-section.module.css'

interface TagTableProps {
  tags: readonly Tag[]
  picked: ReadonlyMap<string, Tag>
  /** Absent where tags can only be looked at. */
  toggle?: (tag: Tag) => void
  changed: () => void
}

/** Each tag with its kind, how many prompts carry it, and who used it first. */
export function TagTable({ tags, picked, toggle, changed }: TagTableProps) {
  const [edited, setEdited] = useState<Tag | null>(null)
  const heads = ['Tag', 'Kind', 'Prompts', 'First used']
  return (
    <div className={classes.table}>
      <DataTable label="Tags" heads={toggle ? [...heads, ''] : heads}>
        {tags.map((tag) => (
          <TagRow
            key={tag.id}
            tag={tag}
            picked={picked.has(tag.id)}
            toggle={toggle}
            edit={() => setEdited(tag)}
            changed={changed}
          />
        ))}
      </DataTable>
      <EditTagDialog tag={edited} close={() => setEdited(null)} changed={changed} />
    </div>
  )
}
