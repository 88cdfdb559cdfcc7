import { FailureFragment, graphql, type ResultOf } from '../../../graphql/index.ts'

/** A remark, on a line or on the whole. */
const CommentFragment = graphql(`
  fragment Change_Comment on ChangeComment @_unmask {
    id
    body
    createdAt
    editedAt
    outdated
    resolvedAt
    resolvedBy {
      id
      name
    }
    replyTo {
      id
    }
    author {
      id
      name
      hue
      user {
        id
      }
    }
    anchor {
      side
      line
      excerpt
      currentLine
      commit {
        id
        hash
        shortHash
        version
      }
    }
  }
`)

/** Everything of a change request but its texts. */
export const ChangeFragment = graphql(
  `
  fragment Change_View on ChangeRequest @_unmask {
    id
    number
    title
    description
    status
    createdAt
    updatedAt
    endedAt
    viewerActions
    endedBy {
      id
      name
      hue
    }
    author {
      id
      name
      hue
    }
    source {
      id
      name
      type
      protected
      approvalRequired
      deletedAt
      merging {
        kind
        name
        startedBy {
          id
          name
          hue
        }
      }
      document {
        id
        uncommitted {
          changed
        }
      }
    }
    target {
      id
      name
      type
    }
    headCommit {
      id
      hash
      shortHash
      version
    }
    baseCommit {
      id
      hash
      shortHash
      version
    }
    mergeCommit {
      id
      hash
      shortHash
      version
      createdAt
    }
    commits {
      id
      hash
      shortHash
      version
      message
      changeType
      createdAt
      added
      removed
      authors {
        id
        name
        hue
      }
    }
    mergeability {
      state
      reasons
      conflicts
      behind
      changeType
      nextVersions {
        changeType
        version
      }
    }
    approvals {
      required
      given
      reasons
      changesRequested
      viewerHindrance
    }
    reviews {
      id
      verdict
      body
      createdAt
      current
      author {
        id
        name
        hue
      }
      commit {
        id
        hash
        shortHash
      }
    }
    comments {
      ...Change_Comment
    }
    checks {
      name
      state
      description
    }
    comparison {
      added
      removed
      structure {
        part
        kind
        name
        description
        breaking
      }
    }
  }
`,
  [CommentFragment],
)

/** A change request as its page knows it. */
export type Change = ResultOf<typeof ChangeFragment>
export type ChangeCommit = Change['commits'][number]
export type ChangeReview = Change['reviews'][number]
export type ChangeComment = Change['comments'][number]

/** A change request by its number, and whose prompt it is. */
export const ChangeQuery = graphql(
  `
  query Change($slug: String!, $number: Int!) {
    library(slug: $slug) {
      id
      changeRequest(number: $number) {
        prompt {
          id
          key
        }
        ...Change_View
      }
    }
  }
`,
  [ChangeFragment],
)

/** Something about a change request changed. */
export const ChangeUpdatedSubscription = graphql(`
  subscription ChangeUpdated($id: ID!) {
    changeRequestUpdated(changeRequestId: $id) {
      action
      at
      actor {
        id
        name
      }
      changeRequest {
        id
        updatedAt
      }
    }
  }
`)

export const ChangeEditMutation = graphql(
  `
  mutation ChangeEdit($input: ChangeRequestEditInput!) {
    changeRequestEdit(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeRequestEditPayload {
        changeRequest {
          id
          title
          description
          updatedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

export const ChangeCloseMutation = graphql(
  `
  mutation ChangeClose($input: ChangeRequestCloseInput!) {
    changeRequestClose(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeRequestClosePayload {
        changeRequest {
          ...Change_View
        }
      }
    }
  }
`,
  [FailureFragment, ChangeFragment],
)

export const ChangeReopenMutation = graphql(
  `
  mutation ChangeReopen($input: ChangeRequestReopenInput!) {
    changeRequestReopen(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeRequestReopenPayload {
        changeRequest {
          ...Change_View
        }
      }
    }
  }
`,
  [FailureFragment, ChangeFragment],
)

export const CommentCreateMutation = graphql(
  `
  mutation ChangeCommentCreate($input: ChangeCommentCreateInput!) {
    changeCommentCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeCommentCreatePayload {
        comment {
          id
        }
        changeRequest {
          id
          updatedAt
          comments {
            ...Change_Comment
          }
        }
      }
    }
  }
`,
  [FailureFragment, CommentFragment],
)

export const CommentEditMutation = graphql(
  `
  mutation ChangeCommentEdit($input: ChangeCommentEditInput!) {
    changeCommentEdit(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeCommentEditPayload {
        comment {
          ...Change_Comment
        }
      }
    }
  }
`,
  [FailureFragment, CommentFragment],
)

export const CommentResolveMutation = graphql(
  `
  mutation ChangeCommentResolve($input: ChangeCommentResolveInput!) {
    changeCommentResolve(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeCommentResolvePayload {
        comment {
          ...Change_Comment
        }
      }
    }
  }
`,
  [FailureFragment, CommentFragment],
)

export const ReviewMutation = graphql(
  `
  mutation ChangeReview($input: ChangeRequestReviewInput!) {
    changeRequestReview(input: $input) {
      __typename
      ...Failure_Error
      ... on ChangeRequestReviewPayload {
        review {
          id
        }
        changeRequest {
          ...Change_View
        }
      }
    }
  }
`,
  [FailureFragment, ChangeFragment],
)
