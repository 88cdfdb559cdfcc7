import { FailureFragment, graphql, type ResultOf } from '../../../graphql/index.ts'

const ConflictFragment = graphql(`
  fragment Prompt_Conflict on MergeConflict @_unmask {
    id
    start
    end
    base
    ours
    theirs
    theirsName
    choice
    resolvedAt
    resolvedBy {
      id
      name
      hue
    }
  }
`)

/** The merge that a branch is in, and the places where two changes met in its live text. */
const ConflictsFragment = graphql(
  `
  fragment Prompt_Conflicts on Branch @_unmask {
    id
    name
    merging {
      kind
      name
      startedAt
      startedBy {
        id
        name
        hue
      }
    }
    conflicts {
      ...Prompt_Conflict
    }
  }
`,
  [ConflictFragment],
)

export const ConflictsQuery = graphql(
  `
  query Conflicts($branchId: ID!) {
    node(id: $branchId) {
      __typename
      ... on Branch {
        ...Prompt_Conflicts
      }
    }
  }
`,
  [ConflictsFragment],
)

/** A place in a live text where two changes met. */
export type Conflict = ResultOf<typeof ConflictFragment>
export type Merging = ResultOf<typeof ConflictsFragment>['merging']
export type Choice = NonNullable<Conflict['choice']>

export const ConflictResolveMutation = graphql(
  `
  mutation ConflictResolve($input: ConflictResolveInput!) {
    conflictResolve(input: $input) {
      __typename
      ...Failure_Error
      ... on ConflictResolvePayload {
        branch {
          ...Prompt_Conflicts
        }
      }
    }
  }
`,
  [FailureFragment, ConflictsFragment],
)

export const MergeAbortMutation = graphql(
  `
  mutation MergeAbort($input: MergeAbortInput!) {
    mergeAbort(input: $input) {
      __typename
      ...Failure_Error
      ... on MergeAbortPayload {
        branch {
          ...Prompt_Conflicts
        }
      }
    }
  }
`,
  [FailureFragment, ConflictsFragment],
)

/** A change request, as far as resolving its conflicts needs it. */
export const ResolvedChangeQuery = graphql(`
  query ResolvedChange($slug: String!, $number: Int!) {
    library(slug: $slug) {
      id
      changeRequest(number: $number) {
        id
        number
        title
        status
        prompt {
          id
        }
        source {
          id
          name
          deletedAt
        }
        target {
          id
          name
        }
      }
    }
  }
`)
