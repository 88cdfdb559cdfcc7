import type { VariablesOf } from '../../graphql/index.ts'
import type { ApiKeyCreate } from './hooks/use-create-key.ts'

export type KeyScope = VariablesOf<typeof ApiKeyCreate>['input']['scopes'][number]

/** What a key can be limited to, in words. */
export const SCOPES: readonly { value: KeyScope; label: string; hint: string }[] = [
  { value: 'READ', label: 'Read', hint: 'Prompts, history, members, settings' },
  { value: 'WRITE', label: 'Write', hint: 'Create and change prompts and their live text' },
  { value: 'COMMIT', label: 'Commit', hint: 'Store versions' },
  { value: 'IMPORT', label: 'Import', hint: 'Bring prompts in from files' },
  { value: 'AUDIT', label: 'Audit', hint: 'Read the audit log' },
]

/** How long a key can live, in days; null: without end. */
export const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: '', label: 'No end' },
] as const

const DAY = 24 * 60 * 60 * 1000

/** When a key of this lifetime ends; null for one without end. */
export function expiryOf(lifetime: string, now: Date): string | null {
  return lifetime === '' ? null : new Date(now.getTime() + Number(lifetime) * DAY).toISOString()
}
