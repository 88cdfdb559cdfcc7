import { parseVersion, type VersionScheme } from '@incipit/version-control'
import type { Queryable } from '../platform/database.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { VersionDeps } from './deps.ts'

/** How far back a number of the present scheme is looked for after a library changed schemes. */
const SCHEME_SEARCH = 1000

/** Which number comes next. */
export function createNumbering({ store, findLibraries }: Pick<VersionDeps, 'store' | 'findLibraries'>) {
  async function schemeOf(libraryId: string): Promise<VersionScheme> {
    const [library] = await findLibraries([libraryId])
    return library!.versionScheme as VersionScheme
  }

  /** The last number of the prompt in a scheme; a library may have changed schemes since. */
  async function previousVersion(
    q: Queryable,
    prompt: PromptRow,
    scheme: VersionScheme,
  ): Promise<string | null> {
    if (prompt.version === null || parseVersion(scheme, prompt.version) !== null) return prompt.version
    const earlier = await store.versions(q, prompt.libraryId, prompt.id, SCHEME_SEARCH)
    return earlier.find((version) => parseVersion(scheme, version) !== null) ?? null
  }

  return { schemeOf, previousVersion }
}
