import type { Diagnostic } from '@incipit/document'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import type { WishedFix } from '../../../editor/index.ts'
import classes from './inspector.module.css'

interface ProblemsPanelProps {
  problems: readonly Diagnostic[]
  onGoTo: (place: { line: number; column: number }) => void
  onFix?: (wished: WishedFix) => void
}

/** What is wrong with the text, where, and where possible a way to put it right. */
export function ProblemsPanel({ problems, onGoTo, onFix }: ProblemsPanelProps) {
  if (problems.length === 0) return <p className={classes.empty}>No problems found.</p>
  return (
    <ul className={classes.rows}>
      {problems.map(({ code, severity, message, from, fix }) => (
        <li key={`${code} ${from.offset} ${message}`}>
          <button
            type="button"
            className={`${classes.row} ${classes.problem}`}
            data-severity={severity}
            onClick={() => onGoTo(from)}
          >
            {severity === 'error' ? (
              <IconCircleX size={16} aria-label="Error" />
            ) : (
              <IconAlertTriangle size={16} aria-label="Warning" />
            )}
            <span>
              {message} <span className={classes.kind}>line {from.line}</span>
            </span>
          </button>
          {fix && onFix && (
            <Button
              size="xs"
              className={classes.fix}
              onClick={() => onFix({ code, title: fix.title, offset: from.offset })}
            >
              {fix.title}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
