import { graphql, type ResultOf } from '../../graphql/index.ts'

/** The includes of a library, or those around one prompt. */
export const DependenciesQuery = graphql(`
  query Dependencies($library: String!, $around: ID, $depth: Int) {
    library(slug: $library) {
      id
      dependencies(around: $around, depth: $depth) {
        truncated
        edges {
          key
          version
          from {
            id
            key
            name
            status
          }
          to {
            id
            key
            name
            status
          }
        }
      }
    }
  }
`)

type Answer = NonNullable<ResultOf<typeof DependenciesQuery>['library']>['dependencies']

/** An include: who includes, the key it includes, the prompt of that key where there is one. */
export type Include = Answer['edges'][number]

/** What a change of one prompt reaches. */
export const ImpactQuery = graphql(`
  query Impact($library: String!, $key: String!) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        impact {
          truncated
          prompts {
            distance
            prompt {
              id
              key
              name
              status
            }
          }
        }
      }
    }
  }
`)

/** Prompts that a change reaches, nearest first, and whether there are more. */
export type Impact = NonNullable<NonNullable<ResultOf<typeof ImpactQuery>['library']>['prompt']>['impact']
