/** The branch every address means that names none. */
export const MAIN = 'main'

/** What an address says of its branch: nothing for main, else `?branch=feature/tone`. */
export function branchQuery(name: string): string {
  return name === MAIN ? '' : `?branch=${encodeURIComponent(name).replaceAll('%2F', '/')}`
}

/** Pages of a prompt that each branch has, beside its text. */
const OF_BRANCHES = ['/history', '/changelog']

/** Where the same page of a prompt is on another branch; pages that speak of no branch lead to its text. */
export function addressOnBranch(home: string, pathname: string, name: string): string {
  const page = pathname.slice(home.length).replace(/\/$/, '')
  return `${home}${OF_BRANCHES.includes(page) ? page : ''}${branchQuery(name)}`
}

/** Where two commits, tags or branches are compared. */
export function compareAddress(home: string, base: string, head: string): string {
  return `${home}/compare/${encodeURIComponent(base)}..${encodeURIComponent(head)}`
}
