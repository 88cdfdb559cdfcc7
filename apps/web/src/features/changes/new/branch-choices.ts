import { mayTarget } from '@incipit/version-control'
import type { ChangeBranch } from './new-change-query.ts'

/** Branches a change request may come from: all that merge into something, those with something new first. */
export function sourcesOf(branches: readonly ChangeBranch[]): ChangeBranch[] {
  return branches
    .filter(({ type }) => type !== 'MAIN' && type !== 'EXPERIMENT')
    .toSorted((a, b) => Number(b.ahead > 0) - Number(a.ahead > 0) || a.name.localeCompare(b.name))
}

/** Branches it may go to, the one where its type belongs first. */
export function targetsOf(branches: readonly ChangeBranch[], source: ChangeBranch | null): ChangeBranch[] {
  if (!source) return []
  return branches
    .filter(({ id, type }) => id !== source.id && mayTarget(source.type.toLowerCase(), type.toLowerCase()))
    .toSorted((a, b) => Number(b.id === source.target?.id) - Number(a.id === source.target?.id))
}
