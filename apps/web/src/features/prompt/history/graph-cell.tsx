import type { GraphEdge, GraphRow } from '@incipit/version-control'
import { ROW_HEIGHT } from './row-height.ts'

/** Width of a lane, in CSS pixels. */
const LANE = 14
const MIDDLE = ROW_HEIGHT / 2
/** Hues of lines; main has the ink’s colour. */
const HUES = [7, 2, 10, 4, 12, 6, 1, 9, 3, 11, 5, 8]

interface GraphCellProps {
  row: GraphRow
  lanes: number
  /** It is the head of a branch. */
  head: boolean
  merge: boolean
}

/** One row of the picture of the history: the lines through it and the commit’s dot. */
export function GraphCell({ row, lanes, head, merge }: GraphCellProps) {
  const width = lanes * LANE + 4
  return (
    <svg width={width} height={ROW_HEIGHT} viewBox={`0 0 ${width} ${ROW_HEIGHT}`} aria-hidden="true">
      {row.edges.map((edge) => (
        <path
          key={`${edge.kind} ${edge.from} ${edge.to}`}
          data-kind={edge.kind}
          d={lineOf(edge)}
          fill="none"
          stroke={colourOf(edge.colour)}
          strokeWidth={2}
        />
      ))}
      <circle
        cx={centreOf(row.lane)}
        cy={MIDDLE}
        r={merge ? 4 : 5}
        fill={head ? colourOf(row.colour) : 'var(--paper)'}
        stroke={colourOf(row.colour)}
        strokeWidth={2}
      />
    </svg>
  )
}

function lineOf({ kind, from, to }: GraphEdge): string {
  const [a, b] = [centreOf(from), centreOf(to)]
  if (kind === 'pass') return `M${a} 0V${ROW_HEIGHT}`
  const [top, bottom] = kind === 'in' ? [0, MIDDLE] : [MIDDLE, ROW_HEIGHT]
  if (a === b) return `M${a} ${top}V${bottom}`
  const bend = (top + bottom) / 2
  return `M${a} ${top}C${a} ${bend} ${b} ${bend} ${b} ${bottom}`
}

function centreOf(lane: number): number {
  return lane * LANE + LANE / 2 + 2
}

function colourOf(colour: number): string {
  return colour === 0 ? 'var(--ink-3)' : `var(--hue-${HUES[(colour - 1) % HUES.length]})`
}
