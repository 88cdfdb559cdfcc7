import { UnstyledButton } from '@mantine/core'
import classes from './create-prompt-form.module.css'

/** Tags that the words speak for; one is taken by a click. */
export function TagSuggestions({ tags, add }: { tags: readonly string[]; add: (tag: string) => void }) {
  if (tags.length === 0) return null
  return (
    <div className={classes.suggestions}>
      Suggested:
      {tags.map((tag) => (
        <UnstyledButton
          key={tag}
          className={classes.suggestion}
          onClick={() => add(tag)}
          aria-label={`Add the tag ${tag}`}
        >
          + {tag}
        </UnstyledButton>
      ))}
    </div>
  )
}
