import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'

const TemplatesQuery = graphql(`
  query PromptTemplates($slug: String!) {
    library(slug: $slug) {
      id
      templates {
        id
        name
        description
        content
        prompt {
          id
          key
        }
      }
    }
  }
`)

export type Template = NonNullable<ResultOf<typeof TemplatesQuery>['library']>['templates'][number]

/** Texts a new prompt can begin with: those of every library, and the library's own. */
export function useTemplates(): readonly Template[] {
  const { slug } = useLibrary()
  const [{ data }] = useQuery({ query: TemplatesQuery, variables: { slug } })
  return data?.library?.templates ?? []
}
