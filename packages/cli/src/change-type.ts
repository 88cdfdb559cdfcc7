import { UsageError } from './failure.ts'

/** Those of the server's schema. */
export const CHANGE_TYPES: readonly string[] = [
  'breaking',
  'feature',
  'fix',
  'docs',
  'refactor',
  'performance',
  'deprecation',
  'security',
  'rollback',
  'hotfix',
]

/** A change type as the server writes it; `undefined` where none is given. @throws UsageError for one there is not */
export function changeTypeOf(text: string | undefined): string | undefined {
  if (text === undefined || CHANGE_TYPES.includes(text)) return text?.toUpperCase()
  throw new UsageError(`There is no change type "${text}". There are: ${CHANGE_TYPES.join(', ')}.`)
}
