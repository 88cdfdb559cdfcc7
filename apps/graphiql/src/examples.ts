import type { ExampleIds } from './example-ids.ts'

/** One tab of the page: an operation that runs as it stands once somebody is signed in. */
export interface Example {
  readonly query: string
  readonly variables: (ids: ExampleIds) => Readonly<Record<string, unknown>>
}

export const examples: readonly Example[] = [
  {
    query: /* GraphQL */ `# The prompts of a library with their latest
# versions. Sign in first, at /sign-in: the tabs then
# carry ids of your own library. For the next page
# set "after" to the endCursor of this one.
query Prompts($library: String!, $after: String) {
  library(slug: $library) {
    id
    name
    prompts(first: 20, after: $after, orderBy: { field: MODIFIED_AT, direction: DESC }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          key
          name
          status
          version
          head {
            shortHash
            message
            createdAt
            committer {
              name
            }
          }
        }
      }
    }
  }
}
`,
    variables: ({ librarySlug }) => ({ library: librarySlug, after: null }),
  },
  {
    query: /* GraphQL */ `# Search by text: the place of the first hit, and
# counts to narrow it down.
query Search($library: String!, $text: String!) {
  library(slug: $library) {
    facets(filter: { search: $text }) {
      total
      categories {
        value
        count
      }
    }
    prompts(first: 10, filter: { search: $text }) {
      edges {
        node {
          key
          name
        }
        matches {
          field
          text
          ranges {
            from
            to
          }
        }
      }
    }
  }
}
`,
    variables: ({ librarySlug }) => ({ library: librarySlug, text: 'summary' }),
  },
  {
    query: /* GraphQL */ `# One prompt as it is being written: the live text,
# what is not committed yet, and who is in it. "room"
# is its address for the y-websocket protocol.
query LivePrompt($library: String!, $key: String!) {
  library(slug: $library) {
    prompt(key: $key) {
      id
      name
      version
      editors {
        name
      }
      branch(name: "main") {
        id
        head {
          hash
        }
        document {
          room
          content
          uncommitted {
            changed
            added
            removed
            contributors {
              name
            }
          }
        }
        proposal {
          changeType
          version
          reasons
        }
      }
    }
  }
}
`,
    variables: ({ librarySlug, promptKey }) => ({ library: librarySlug, key: promptKey }),
  },
  {
    query: /* GraphQL */ `# Create a prompt. Expected failures are members of
# the union: ask for their fields.
mutation CreatePrompt($input: PromptCreateInput!) {
  promptCreate(input: $input) {
    __typename
    ... on PromptCreatePayload {
      prompt {
        id
        key
        branch(name: "main") {
          id
        }
      }
    }
    ... on ValidationError {
      issues {
        path
        message
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`,
    variables: ({ libraryId }) => ({
      input: {
        libraryId,
        name: 'Greeting',
        category: 'tasks',
        subcategory: 'general',
        description: 'A first prompt made through the API',
        content: 'Write a greeting for {{name}}.\n',
        tags: [],
      },
    }),
  },
  {
    query: /* GraphQL */ `# Commit the live text. "expectedHead" is the hash of
# the head you saw (LivePrompt shows it; null for the
# first commit): when somebody was faster, the answer
# is a ConflictError that names the new head.
mutation Commit($input: CommitCreateInput!) {
  commitCreate(input: $input) {
    __typename
    ... on CommitCreatePayload {
      commit {
        hash
        version
        authors {
          name
        }
      }
    }
    ... on ConflictError {
      head {
        hash
        version
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`,
    variables: ({ branchId }) => ({
      input: { branchId, expectedHead: null, changeType: 'FIX', message: 'Say it in one sentence' },
    }),
  },
  {
    query: /* GraphQL */ `# The history of a prompt, newest first, and two
# versions compared: by number, hash, or the first 7
# digits of one.
query History($library: String!, $key: String!, $base: String!, $head: String!) {
  library(slug: $library) {
    prompt(key: $key) {
      commits(first: 20) {
        edges {
          node {
            shortHash
            version
            changeType
            message
            createdAt
            added
            removed
            authors {
              name
            }
          }
        }
      }
      compare(base: $base, head: $head) {
        added
        removed
        contractChanges {
          breaking
          description
        }
        base {
          content
        }
        head {
          content
        }
      }
    }
  }
}
`,
    variables: ({ librarySlug, promptKey }) => ({
      library: librarySlug,
      key: promptKey,
      base: '1.0.0',
      head: '1.1.0',
    }),
  },
  {
    query: /* GraphQL */ `# Everything that happens in a library, as it
# happens: run this, then change something in another
# window.
subscription Activity($library: ID!) {
  libraryActivity(libraryId: $library) {
    at
    action
    actor {
      name
    }
    prompt {
      key
    }
    coalesced
  }
}
`,
    variables: ({ libraryId }) => ({ library: libraryId }),
  },
  {
    query: /* GraphQL */ `# The audit log, for administrators: who did what,
# and whether its hash chain is whole.
query Audit($library: String!) {
  library(slug: $library) {
    auditVerification {
      ok
      count
      firstBadSeq
    }
    auditEntries(first: 20) {
      edges {
        node {
          seq
          at
          action
          actor {
            name
          }
          subject {
            type
            label
          }
          beforeHash
          afterHash
        }
      }
    }
  }
}
`,
    variables: ({ librarySlug }) => ({ library: librarySlug }),
  },
]
