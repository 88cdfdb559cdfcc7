import { checkBranchName } from '@incipit/version-control'
import { type BranchTypeName, prefixOf } from '../branches/branch-draft.ts'

/** What can be chosen after a search among the branches. */
export interface Found<Branch> {
  branches: readonly Branch[]
  /** A name to open a branch under, as there is none of it; `null` where there is, or the text makes none. */
  create: { type: BranchTypeName; rest: string } | null
}

const TYPES: readonly BranchTypeName[] = ['FEATURE', 'HOTFIX', 'RELEASE', 'EXPERIMENT']

/** Branches whose name holds every word of the search; those that begin with it, or whose own part does, first. */
export function findBranches<Branch extends { name: string }>(
  all: readonly Branch[],
  search: string,
): Found<Branch> {
  const text = search.trim().toLowerCase()
  if (text === '') return { branches: all, create: null }
  const words = text.split(/\s+/)
  const rank = ({ name }: Branch): number =>
    name === text ? 0 : name.startsWith(text) ? 1 : name.includes(`/${text}`) ? 2 : 3
  const branches = all
    .filter(({ name }) => words.every((word) => name.includes(word)))
    .toSorted((a, b) => rank(a) - rank(b))
  return { branches, create: all.some(({ name }) => name === text) ? null : nameFrom(words.join('-'), all) }
}

/** What was searched, made into a name; `null` where no good and free one comes of it. */
function nameFrom(text: string, all: readonly { name: string }[]): Found<never>['create'] {
  const typed = TYPES.find((type) => text.startsWith(prefixOf(type)))
  const type = typed ?? 'FEATURE'
  const rest = (typed ? text.slice(prefixOf(type).length) : text)
    .split('/')
    .map((part) => (part.match(/[a-z0-9]+/g) ?? []).join('-'))
    .filter((part) => part !== '')
    .join('/')
  const name = prefixOf(type) + rest
  const isTaken = all.some((branch) => branch.name === name)
  return isTaken || checkBranchName(name) !== null ? null : { type, rest }
}
