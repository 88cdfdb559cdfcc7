import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'

const ActorsQuery = graphql(`
  query AuditActors($slug: String!) {
    library(slug: $slug) {
      id
      auditEntries(first: 100) {
        edges {
          node {
            id
            actor {
              id
              name
              kind
            }
          }
        }
      }
    }
  }
`)

/** Who did something lately, as choices by name. */
export function useActors(): { value: string; label: string }[] {
  const { slug } = useLibrary()
  const [{ data }] = useQuery({ query: ActorsQuery, variables: { slug } })
  const actors = (data?.library?.auditEntries.edges ?? []).map(({ node }) => node.actor)
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()]
    .map(({ id, name, kind }) => ({ value: id, label: kind === 'KEY' ? `${name} (key)` : name }))
    .sort((a, b) => a.label.localeCompare(b.label))
}
