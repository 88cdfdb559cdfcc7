import { graphql, type ResultOf } from '../../graphql/index.ts'

/** Who is asking and, on a library's pages, which library it is: one question for the whole frame. */
export const SessionQuery = graphql(`
  query Session($slug: String!, $inLibrary: Boolean!) {
    viewer {
      kind
      mayCreateLibraries
      user {
        id
        name
        email
        hue
      }
      libraries(first: 50) {
        edges {
          node {
            id
            slug
            name
            viewerLevel
          }
        }
      }
    }
    library(slug: $slug) @include(if: $inLibrary) {
      id
      slug
      name
      description
      versionScheme
      staleAfterDays
      tokenLimit
      requiredApprovals
      proseMerge
      viewerLevel
      viewerActions
      presence {
        people {
          id
          name
          hue
          user {
            id
          }
        }
        prompt {
          id
          key
        }
      }
    }
  }
`)

type Session = ResultOf<typeof SessionQuery>

/** The library a page belongs to. */
export type CurrentLibrary = NonNullable<Session['library']>

type SessionViewer = NonNullable<Session['viewer']>

/** The person signed in, with the libraries they belong to. */
export interface CurrentViewer {
  id: string
  name: string
  email: string
  hue: number
  mayCreateLibraries: boolean
  libraries: SessionViewer['libraries']['edges'][number]['node'][]
}

/** The signed-in person in an answer; `null` when nobody is, or only a key. */
export function currentViewer(session: Session): CurrentViewer | null {
  const viewer = session.viewer
  if (!viewer?.user) return null
  return {
    ...viewer.user,
    mayCreateLibraries: viewer.mayCreateLibraries,
    libraries: viewer.libraries.edges.map((edge) => edge.node),
  }
}
