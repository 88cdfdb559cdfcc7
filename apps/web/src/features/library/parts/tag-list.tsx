import { Tooltip } from '@mantine/core'
import { fittingTags } from '../fitting-tags.ts'
import classes from './tag-list.module.css'

/** Letters of tags that one line holds. */
const LETTERS = 22

/** Tags in one line; those that find no room are counted and named on hover. */
export function TagList({ tags }: { tags: readonly { id: string; name: string }[] }) {
  const max = fittingTags(
    tags.map((tag) => tag.name),
    LETTERS,
  )
  const rest = tags.slice(max)
  return (
    <span className={classes.tags}>
      {tags.slice(0, max).map((tag) => (
        <span key={tag.id} className={classes.tag}>
          {tag.name}
        </span>
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.map((tag) => tag.name).join(', ')}>
          <span className={classes.rest}>+{rest.length}</span>
        </Tooltip>
      )}
    </span>
  )
}
