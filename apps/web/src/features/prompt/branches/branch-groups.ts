import type { BranchTypeName } from './branch-draft.ts'

/** The branches of one sort, under one heading. */
export interface BranchGroup<Branch> {
  heading: string
  branches: readonly Branch[]
}

const GROUPS: readonly { heading: string; types: readonly BranchTypeName[] }[] = [
  { heading: 'Main and staging', types: ['MAIN', 'STAGING'] },
  { heading: 'Hotfixes', types: ['HOTFIX'] },
  { heading: 'Features', types: ['FEATURE'] },
  { heading: 'Releases', types: ['RELEASE'] },
  { heading: 'Experiments', types: ['EXPERIMENT'] },
]

interface Listed {
  name: string
  type: BranchTypeName
  createdAt: string
  head: { createdAt: string } | null
}

/** Branches under their headings, those with something in them only; the one touched last first, main above all. */
export function groupBranches<Branch extends Listed>(
  branches: readonly Branch[],
  search: string,
): readonly BranchGroup<Branch>[] {
  const words = search.trim().toLowerCase().split(/\s+/)
  const found = branches.filter(({ name }) => words.every((word) => name.includes(word)))
  return GROUPS.map(({ heading, types }) => ({
    heading,
    branches: found.filter(({ type }) => types.includes(type)).toSorted(byUse),
  })).filter((group) => group.branches.length > 0)
}

function byUse(a: Listed, b: Listed): number {
  if (a.type !== b.type) return a.type === 'MAIN' ? -1 : 1
  return touchedAt(b).localeCompare(touchedAt(a)) || a.name.localeCompare(b.name)
}

/** A branch opened from an old commit is as new as its opening. */
function touchedAt({ head, createdAt }: Listed): string {
  return head && head.createdAt > createdAt ? head.createdAt : createdAt
}

/** What a person may do with a branch in the list. */
export interface BranchActions {
  compare: boolean
  update: boolean
  request: boolean
  rename: boolean
  protect: boolean
  remove: boolean
}

interface Allowed {
  /** Opens, renames, deletes branches. */
  open: boolean
  merge: boolean
  protect: boolean
  request: boolean
  archived: boolean
}

/** The actions that make sense for a branch and that the person is allowed. */
export function actionsOn(
  branch: {
    type: BranchTypeName
    protected: boolean
    ahead: number
    behind: number
    target: object | null
    merging: object | null
    openChangeRequest: object | null
  },
  may: Allowed,
): BranchActions {
  const isMain = branch.type === 'MAIN'
  const free = !isMain && !branch.protected && may.open && !may.archived
  const { target, merging } = branch
  return {
    compare: !isMain,
    // What needs approval takes commits by change request.
    update:
      !isMain &&
      !branch.protected &&
      ['FEATURE', 'HOTFIX', 'EXPERIMENT'].includes(branch.type) &&
      branch.behind > 0 &&
      merging === null &&
      may.merge &&
      !may.archived,
    request: target !== null && branch.ahead > 0 && !branch.openChangeRequest && may.request && !may.archived,
    rename: free && branch.type !== 'STAGING',
    protect: may.protect && !may.archived,
    remove: free,
  }
}
