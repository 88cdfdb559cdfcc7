import type { OutlineEntry } from './document-view.ts'
import classes from './inspector.module.css'

interface OutlinePanelProps {
  outline: readonly OutlineEntry[]
  onGoTo: (place: { line: number; column: number }) => void
}

/** The messages of the prompt, in order. */
export function OutlinePanel({ outline, onGoTo }: OutlinePanelProps) {
  if (outline.length === 0) {
    return (
      <p className={classes.empty}>Nothing is written yet. The messages of the prompt will be listed here.</p>
    )
  }
  return (
    <ol className={classes.rows}>
      {outline.map(({ role, start, line }) => (
        <li key={line}>
          <button type="button" className={classes.row} onClick={() => onGoTo({ line, column: 1 })}>
            <span className={classes.first}>
              <span className={classes.name}>{role}</span>
              <span className={classes.need}>line {line}</span>
            </span>
            <span className={classes.detail}>{start || 'empty'}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
