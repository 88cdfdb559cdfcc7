import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import classes from './preview.module.css'
import type { PreviewProblem } from './preview-view.ts'

interface ProblemListProps {
  problems: readonly PreviewProblem[]
  text: string
  onGoTo: (offset: number) => void
}

/** Shown at once; there may be a hundred. */
const MOST = 5

/** What a caller with these values would be told, each with the way to its place. */
export function ProblemList({ problems, text, onGoTo }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <ul className={classes.problems} aria-label="Problems of filling in">
      {problems.slice(0, MOST).map(({ severity, message, offset }) => (
        <li key={`${offset} ${message}`} data-severity={severity}>
          {severity === 'error' ? (
            <IconCircleX size={16} aria-label="Error" />
          ) : (
            <IconAlertTriangle size={16} aria-label="Warning" />
          )}
          <span>
            {message}{' '}
            {offset !== null && (
              <button type="button" className={classes.place} onClick={() => onGoTo(offset)}>
                line {text.slice(0, offset).split('\n').length}
              </button>
            )}
          </span>
        </li>
      ))}
      {problems.length > MOST && <li className={classes.more}>and {problems.length - MOST} more</li>}
    </ul>
  )
}
