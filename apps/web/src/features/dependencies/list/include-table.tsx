import Link from 'next/link'
import { useState } from 'react'
import { DataTable, LoadMore, StateBadge } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import type { MapModel, MapNode } from '../map-model.ts'
import { versionWords } from '../map-words.ts'
import classes from './include-table.module.css'

const PAGE = 100

interface IncludeTableProps {
  map: MapModel
  /** Shows only includes from or to these; `null` shows all. */
  only?: ReadonlySet<string> | null
}

/** The map as a table of its lines: the same for screen readers and small screens as for those who see the picture. */
export function IncludeTable({ map, only = null }: IncludeTableProps) {
  const [shown, setShown] = useState(PAGE)
  const links = only ? map.links.filter(({ from, to }) => only.has(from) || only.has(to)) : map.links
  return (
    <>
      <DataTable label="Includes" heads={['Prompt', 'Includes', 'Version']}>
        {links.slice(0, shown).map(({ from, to, versions }) => (
          <tr key={`${from} ${to}`} className={classes.row}>
            <td>
              <End node={map.nodes.get(from)!} />
            </td>
            <td>
              <End node={map.nodes.get(to)!} />
            </td>
            <td>{versions.map(versionWords).join(', ')}</td>
          </tr>
        ))}
      </DataTable>
      <LoadMore hasMore={links.length > shown} loadMore={() => setShown((now) => now + PAGE)} />
    </>
  )
}

function End({ node }: { node: MapNode }) {
  const { slug } = useLibrary()
  const { key, prompt, includedBy, includes } = node
  const counts = [
    ...(includedBy > 0 ? [`included by ${includedBy}`] : []),
    ...(includes > 0 ? [`includes ${includes}`] : []),
  ]
  return (
    <span className={classes.end}>
      {prompt ? <Link href={`/l/${slug}/p/${key}/usage`}>{prompt.name}</Link> : <span>{key}</span>}
      {prompt && <span className={classes.key}>{key}</span>}
      <span className={classes.facts}>
        {prompt ? (
          <StateBadge kind="status" value={prompt.status} quiet />
        ) : (
          <span className={classes.missing}>There is no such prompt</span>
        )}
        <span>{counts.join(', ')}</span>
      </span>
    </span>
  )
}
