/** How a commit is called: by its version number, or where it has none by its short hash. */
export function refOf(commit: { version: string | null; shortHash: string }): string {
  return commit.version ?? commit.shortHash
}
