import { Failure, UsageError } from './failure.ts'
import type { Ask } from './graphql.ts'

export interface LibraryRef {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** The library of that address, or the only one there is. @throws Failure, or UsageError where one must be named */
export async function findLibrary(ask: Ask, slug: string | undefined): Promise<LibraryRef> {
  if (slug !== undefined) {
    const { library } = await ask<{ library: LibraryRef | null }>(
      'query ($slug: String!) { library(slug: $slug) { id slug name } }',
      { slug },
    )
    if (!library)
      throw new Failure(`There is no library "${slug}", or this key has no access to it.`, 'NOT_FOUND')
    return library
  }
  const { viewer } = await ask<{ viewer: { libraries: { edges: { node: LibraryRef }[] } } | null }>(
    '{ viewer { libraries(first: 50) { edges { node { id slug name } } } } }',
  )
  if (!viewer)
    throw new Failure(
      'The server does not know this API key. Run "incipit login" with another.',
      'UNAUTHENTICATED',
    )
  const libraries = viewer.libraries.edges.map(({ node }) => node)
  if (libraries.length === 1) return libraries[0]!
  throw new UsageError(
    `Name a library by --library: ${libraries.map((library) => library.slug).join(', ') || 'there is none yet'}.`,
  )
}
