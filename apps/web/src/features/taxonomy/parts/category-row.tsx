import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck, IconPlus, IconUser } from '@tabler/icons-react'
import Link from 'next/link'
import { useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import type { Category, Subcategory } from '../hooks/use-categories.ts'
import { useCategoryChanges } from '../hooks/use-category-changes.ts'
import { CategoryDialog } from './category-dialog.tsx'
import classes from './category-list.module.css'
import { EditSubcategoryDialog } from './edit-subcategory-dialog.tsx'
import { SubcategoryChip } from './subcategory-chip.tsx'
import { SubcategoryDialog } from './subcategory-dialog.tsx'

interface CategoryRowProps {
  category: Category
  mayChange: boolean
  changed: () => void
}

/** One category: meaning, owner, review rule, how many prompts, and its second level. */
export function CategoryRow({ category, mayChange, changed }: CategoryRowProps) {
  const { slug } = useLibrary()
  const { name, description, owner, reviewRequired, promptCount, staleCount, subcategories } = category
  const [editing, editDialog] = useDisclosure(false)
  const [adding, addDialog] = useDisclosure(false)
  const [edited, setEdited] = useState<Subcategory | null>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const { addSubcategory, deleteSubcategory, busy } = useCategoryChanges(name, changed)

  async function remove({ name: place, description: words }: Subcategory) {
    const failure = await deleteSubcategory(place)
    showToast(
      failure
        ? { message: failure.message, tone: 'bad' }
        : {
            message: `${name}-${place} deleted`,
            undo: () => void addSubcategory({ name: place, description: words }),
          },
    )
  }

  return (
    <li className={classes.category} aria-label={name}>
      <div className={classes.head}>
        <h2 className={classes.name}>{name}</h2>
        <span className={classes.count}>
          {promptCount > 0 ? (
            <Link href={`/l/${slug}?category=${name}`}>{counted(promptCount, 'prompt')}</Link>
          ) : (
            'no prompts'
          )}
          {staleCount > 0 && `, ${staleCount.toLocaleString('en-GB')} stale`}
        </span>
      </div>
      {mayChange && (
        <div className={classes.edit}>
          <Button size="xs" aria-label={`Edit ${name}`} onClick={editDialog.open}>
            Edit
          </Button>
        </div>
      )}
      <div className={classes.words}>{description}</div>
      <div className={classes.facts}>
        <span className={classes.fact}>
          <IconUser size={14} stroke={1.75} aria-hidden />
          {owner || 'no usual owner'}
        </span>
        <span className={classes.fact}>
          {reviewRequired && <IconCircleCheck size={14} stroke={1.75} aria-hidden />}
          {reviewRequired ? 'Changes need a review' : 'No review needed'}
        </span>
      </div>
      <ul className={classes.places} aria-label={`Subcategories of ${name}`}>
        {subcategories.map((place) => (
          <SubcategoryChip
            key={place.name}
            place={place}
            edit={mayChange ? () => setEdited(place) : undefined}
            takesFocus={place.name === renamed}
            remove={
              mayChange && place.isOwn && place.promptCount === 0 && !busy
                ? () => void remove(place)
                : undefined
            }
          />
        ))}
        {mayChange && (
          <li>
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              aria-label={`Add a subcategory to ${name}`}
              onClick={addDialog.open}
            >
              Add
            </Button>
          </li>
        )}
      </ul>
      <CategoryDialog category={category} opened={editing} close={editDialog.close} changed={changed} />
      <EditSubcategoryDialog
        category={name}
        place={edited}
        close={() => setEdited(null)}
        changed={changed}
        renamed={setRenamed}
      />
      <SubcategoryDialog category={name} opened={adding} close={addDialog.close} changed={changed} />
    </li>
  )
}
