import { graphql, type ResultOf } from '../../graphql/index.ts'

/** A prompt with one of its branches and that one's live document: what every tab of its page needs. */
export const PromptQuery = graphql(`
  query Prompt($library: String!, $key: String!, $branch: String!) {
    library(slug: $library) {
      id
      categories {
        name
        subcategories {
          name
        }
      }
      prompt(key: $key) {
        id
        key
        name
        description
        category
        subcategory
        status
        owner
        version
        archivedAt
        isFavourite
        modifiedAt
        tags {
          id
          name
        }
        branches {
          id
          name
          type
        }
        branch(name: $branch) {
          id
          name
          type
          protected
          head {
            id
            hash
            shortHash
            version
            createdAt
          }
          target {
            id
            name
          }
          merging {
            kind
            name
          }
          commitRule {
            allowed
            reason
            remedy
          }
          document {
            id
            room
            uncommitted {
              changed
              changes
              contributors {
                id
                name
                hue
              }
            }
          }
        }
      }
    }
  }
`)

type Library = NonNullable<ResultOf<typeof PromptQuery>['library']>

/** A prompt as its page knows it. */
export type CurrentPrompt = NonNullable<Library['prompt']>

/** The branch the page is about. */
export type CurrentBranch = NonNullable<CurrentPrompt['branch']>

/** The categories a prompt of this library can belong to. */
export type Categories = Library['categories']

/** Something happened to the prompt itself: renamed, tagged, archived … */
export const PromptChangedSubscription = graphql(`
  subscription PromptChanged($promptId: ID!) {
    promptChanged(promptId: $promptId) {
      action
      prompt {
        id
        key
      }
    }
  }
`)

/** A branch was opened, moved, renamed, deleted, restored, or is being merged into. */
export const BranchMovedSubscription = graphql(`
  subscription BranchMoved($promptId: ID!) {
    branchMoved(promptId: $promptId) {
      action
      at
      actor {
        id
        name
        hue
        user {
          id
        }
      }
      branch {
        id
        name
        type
        protected
        deletedAt
        head {
          id
          hash
          shortHash
          version
          createdAt
          message
          changeType
        }
      }
    }
  }
`)

/** What just happened to a branch. */
export type BranchMove = ResultOf<typeof BranchMovedSubscription>['branchMoved']

/** Somebody committed. */
export const VersionCommittedSubscription = graphql(`
  subscription VersionCommitted($promptId: ID!) {
    versionCommitted(promptId: $promptId) {
      branch {
        id
        head {
          id
          hash
          shortHash
          version
          createdAt
        }
      }
      commit {
        id
        shortHash
        version
        message
        committer {
          id
          name
          hue
        }
      }
      prompt {
        id
        version
      }
    }
  }
`)

/** A commit that just arrived. */
export type ArrivedCommit = ResultOf<typeof VersionCommittedSubscription>['versionCommitted']['commit']
