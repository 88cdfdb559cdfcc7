import { transportFailure } from '../../../graphql/index.ts'
import { likeness } from '../../../lib/likeness.ts'
import { DataTable, FormFailure, SkeletonRows } from '../../../ui/index.ts'
import { usePreview } from '../hooks/use-preview.ts'
import type { Mapping } from '../mapping.ts'
import classes from './mapping-preview.module.css'

/** The first rows as prompts, with what is wrong with them. */
export function MappingPreview({ id, mapping }: { id: string; mapping: Mapping }) {
  const { preview, fetching, error } = usePreview(id, mapping)
  if (error && !preview) return <FormFailure message={transportFailure(error).message} />
  if (!preview) return fetching ? <SkeletonRows rows={5} height={48} label="Loading the preview" /> : null
  return (
    <section aria-label="Preview" className={classes.preview}>
      <h2 className={classes.heading}>
        Preview <span>the first {preview.rows.length} rows</span>
      </h2>
      <DataTable wide label="Preview" heads={['Line', 'Name and key', 'Category', 'Text']}>
        {preview.rows.map((row) => (
          <tr key={row.line}>
            <td>{row.line}</td>
            <td className={classes.name}>
              <div>{row.name || '–'}</div>
              {row.problem ? <div className={classes.problem}>{row.problem}</div> : <code>{row.key}</code>}
              {row.alike && (
                <div className={classes.alike}>
                  {likeness(row.alike.similarity)} <code>{row.alike.key}</code>
                </div>
              )}
            </td>
            <td>{row.category}</td>
            <td className={classes.text}>
              <div>{row.content}</div>
            </td>
          </tr>
        ))}
      </DataTable>
    </section>
  )
}
