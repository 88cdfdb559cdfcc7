import { graphql, type ResultOf } from '../../../graphql/index.ts'

/** What changed on a branch, by version or by day, and the same as Markdown. */
export const ChangelogQuery = graphql(`
  query Changelog($library: String!, $key: String!, $branch: String!, $by: ChangelogOrder!, $days: Int) {
    library(slug: $library) {
      id
      prompt(key: $key) {
        id
        changelog(branch: $branch, by: $by, days: $days) {
          markdown
          sections {
            title
            date
            entries {
              text
              changeType
              version
              commit {
                id
                hash
                shortHash
                version
                createdAt
                authors {
                  id
                  name
                  hue
                }
                tags {
                  id
                  name
                  note
                }
                changeRequest {
                  id
                  number
                  title
                }
              }
            }
          }
        }
      }
    }
  }
`)

type Library = NonNullable<ResultOf<typeof ChangelogQuery>['library']>

/** A changelog as the page shows it. */
export type Changelog = NonNullable<Library['prompt']>['changelog']

/** What came with a version, or on a day. */
export type ChangelogSection = Changelog['sections'][number]

/** One change. */
export type ChangelogEntry = ChangelogSection['entries'][number]
