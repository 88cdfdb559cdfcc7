import {
  IconAdjustments,
  IconBraces,
  IconFileImport,
  IconForms,
  IconMessage,
  IconRepeat,
  type TablerIcon,
} from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import type { OutlineRow } from './document-view.ts'
import classes from './inspector.module.css'

interface OutlinePanelProps {
  outline: readonly OutlineRow[]
  onGoTo: (place: { line: number; column: number }) => void
}

/** Deeper than this the rows move no further in. */
const MAX_DEPTH = 5

/** The parts of the prompt, in order: settings and inputs, messages with their sections and includes. */
export function OutlinePanel({ outline, onGoTo }: OutlinePanelProps) {
  if (outline.length === 0) {
    return (
      <p className={classes.empty}>Nothing is written yet. The messages of the prompt will be listed here.</p>
    )
  }
  return <Rows rows={outline} depth={0} onGoTo={onGoTo} />
}

const ICONS: Record<OutlineRow['kind'], TablerIcon> = {
  settings: IconAdjustments,
  input: IconForms,
  message: IconMessage,
  section: IconRepeat,
  inverted: IconBraces,
  include: IconFileImport,
}

const KINDS: Record<OutlineRow['kind'], string> = {
  settings: 'front matter',
  input: 'input',
  message: 'message',
  section: 'section',
  inverted: 'where there is none',
  include: 'include',
}

function Rows({
  rows,
  depth,
  onGoTo,
}: { rows: readonly OutlineRow[]; depth: number } & Pick<OutlinePanelProps, 'onGoTo'>) {
  return (
    <ol className={classes.outline} data-nested={depth > 0 || undefined}>
      {rows.map(({ kind, name, detail, line, column, rows: inner }) => {
        const Icon = ICONS[kind]
        return (
          <li key={`${line}:${column}`}>
            <button
              type="button"
              className={classes.part}
              style={{ '--depth': Math.min(depth, MAX_DEPTH) } as CSSProperties}
              onClick={() => onGoTo({ line, column })}
            >
              <Icon size={14} stroke={1.75} aria-label={KINDS[kind]} />
              <span className={classes.name}>{name}</span>
              <span className={classes.partDetail}>{detail || (kind === 'message' ? 'empty' : '')}</span>
              <span className={classes.partLine}>{line}</span>
            </button>
            {inner.length > 0 && <Rows rows={inner} depth={depth + 1} onGoTo={onGoTo} />}
          </li>
        )
      })}
    </ol>
  )
}
