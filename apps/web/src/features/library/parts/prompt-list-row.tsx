import { Checkbox, Tooltip } from '@mantine/core'
import { IconHourglassEmpty } from '@tabler/icons-react'
import Link from 'next/link'
import { memo } from 'react'
import { counted } from '../../../lib/counted.ts'
import { Avatar, AvatarStack, type Person, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { StarButton } from '../../shelf/index.ts'
import { useLibrary } from '../../shell/index.ts'
import type { PromptRow, SearchMatch } from '../library-prompts-query.ts'
import { trimExcerpt } from '../trim-excerpt.ts'
import { Highlight } from './highlight.tsx'
import classes from './prompt-list.module.css'
import { TagList } from './tag-list.tsx'

interface PromptListRowProps {
  row: PromptRow
  at: number
  top: number
  editors: readonly Person[]
  active: boolean
  setActive: (at: number) => void
  favourite: boolean
  star: (row: PromptRow) => void
  picked: boolean
  toggle?: (id: string) => void
}

/** One prompt: what it is on the left, how it stands in the middle, who touched it last on the right. */
export const PromptListRow = memo(function PromptListRow(props: PromptListRowProps) {
  const { row, at, toggle } = props
  const { slug } = useLibrary()
  return (
    <tr
      aria-rowindex={at + 2}
      className={classes.row}
      data-row={at}
      data-active={props.active || undefined}
      data-picked={props.picked || undefined}
      data-selectable={toggle ? true : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onFocus={() => props.setActive(at)}
    >
      {toggle && (
        <td className={classes.pick}>
          <Checkbox
            checked={props.picked}
            onChange={() => toggle(row.id)}
            aria-label={`Select ${row.name}`}
            tabIndex={-1}
          />
        </td>
      )}
      <td className={classes.main}>
        <div className={classes.title}>
          <Link className={classes.name} href={`/l/${slug}/p/${row.key}`} prefetch={false}>
            <Highlight text={row.name} ranges={rangesIn(row, 'NAME')} />
          </Link>
          <span className={classes.key}>
            <Highlight text={row.key} ranges={rangesIn(row, 'KEY')} />
          </span>
          <span className={classes.star} data-favourite={props.favourite || undefined}>
            <StarButton inRow name={row.name} favourite={props.favourite} toggle={() => props.star(row)} />
          </span>
          {props.editors.length > 0 && (
            <span className={classes.editors}>
              <AvatarStack people={props.editors} size={20} max={3} />
            </span>
          )}
        </div>
        <div className={classes.line}>
          <SecondLine row={row} />
        </div>
      </td>
      <td className={classes.place}>
        <div className={classes.first}>{row.category}</div>
        <div className={classes.second}>{row.owner || 'no owner'}</div>
      </td>
      <td className={classes.model}>
        <div className={classes.first}>{row.model ?? 'no model'}</div>
        <div className={classes.second}>
          {row.tokenCount === null ? 'tokens unknown' : counted(row.tokenCount, 'token')}
        </div>
      </td>
      <td className={classes.tags}>
        <TagList tags={row.tags} />
      </td>
      <td className={classes.state}>
        <div className={classes.status}>
          <StateBadge kind="status" value={row.status} />
          {row.stale && (
            <Tooltip label="Stale: not changed for longer than this library allows">
              <IconHourglassEmpty size={14} className={classes.stale} aria-label="Stale" />
            </Tooltip>
          )}
        </div>
        <div className={classes.version}>{row.version ?? 'no version'}</div>
      </td>
      <td className={classes.changed}>
        <Avatar person={row.modifiedBy} size={20} />
        <RelativeTime at={row.modifiedAt} />
      </td>
    </tr>
  )
})

/** The description, or the part of the text that a search hit where the description has nothing of it. */
function SecondLine({ row }: { row: PromptRow }) {
  const hit =
    row.matches.find(({ field }) => field === 'DESCRIPTION') ??
    row.matches.find(({ field }) => field === 'CONTENT')
  if (!hit) return row.description || 'No description yet'
  const { text, ranges } = trimExcerpt(hit)
  return (
    <span className={hit.field === 'CONTENT' ? classes.excerpt : undefined}>
      <Highlight text={text} ranges={ranges} />
    </span>
  )
}

function rangesIn(row: PromptRow, field: SearchMatch['field']) {
  return row.matches.find((match) => match.field === field)?.ranges ?? []
}
