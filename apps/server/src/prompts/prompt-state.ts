import type { PromptRow } from './store.ts'

/** How the audit log names a prompt. */
export const promptSubject = (row: PromptRow) => ({ type: 'prompt', id: row.id, label: row.key })

/** What the audit log takes the hash of. */
export function promptState(row: PromptRow, tags: readonly string[]) {
  return {
    key: row.key,
    name: row.name,
    description: row.description,
    category: row.category,
    subcategory: row.subcategory,
    status: row.status,
    owner: row.owner,
    tags: [...tags].sort(),
    customValues: { ...row.customValues },
  }
}
