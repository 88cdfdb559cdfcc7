import { DataTable } from '../../../ui/index.ts'
import type { AuditEntry } from '../hooks/use-audit-entries.ts'
import { AuditRow } from './audit-row.tsx'

/** The entries as a table; each opens to its details. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <DataTable wide label="Audit log" heads={['', 'When', 'Who', 'What', 'Subject']}>
      {entries.map((entry) => (
        <AuditRow key={entry.id} entry={entry} />
      ))}
    </DataTable>
  )
}
