import { IconGitBranch, IconTag } from '@tabler/icons-react'
import classes from './commit-labels.module.css'

interface CommitLabelsProps {
  branches: readonly string[]
  tags: readonly { id: string; name: string; note: string }[]
}

/** The branches whose head a commit is, and its tags. */
export function CommitLabels({ branches, tags }: CommitLabelsProps) {
  return (
    <>
      {branches.map((name) => (
        <span key={name} className={classes.label} title={`Head of ${name}`}>
          <IconGitBranch size={12} aria-hidden />
          <span className={classes.name}>{name}</span>
        </span>
      ))}
      {tags.map((tag) => (
        <span key={tag.id} className={classes.label} data-tag title={tag.note || `Tag ${tag.name}`}>
          <IconTag size={12} aria-hidden />
          <span className={classes.name}>{tag.name}</span>
        </span>
      ))}
    </>
  )
}
