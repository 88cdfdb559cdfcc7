/** What the examples are about: a library and a prompt that exist, so that they run as they stand. */
export interface ExampleIds {
  readonly librarySlug: string
  readonly libraryId: string
  readonly promptId: string
  readonly promptKey: string
  readonly branchId: string
}

/** Nobody is signed in, or there is no prompt yet: the examples say what to put in. */
const PLACEHOLDERS: ExampleIds = {
  librarySlug: 'scriptorium',
  libraryId: 'id of a library',
  promptId: 'id of a prompt',
  promptKey: 'key of a prompt',
  branchId: 'id of a branch',
}

export const EXAMPLE_IDS_QUERY = /* GraphQL */ `
  query ExampleIds {
    viewer {
      libraries(first: 1) {
        edges {
          node {
            id
            slug
            prompts(first: 1, orderBy: { field: MODIFIED_AT, direction: DESC }) {
              edges {
                node {
                  id
                  key
                  branch(name: "main") {
                    id
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`

interface Answer {
  readonly viewer: { readonly libraries: List<{ id: string; slug: string; prompts: List<Prompt> }> } | null
}
interface List<T> {
  readonly edges: readonly { readonly node: T }[]
}
interface Prompt {
  readonly id: string
  readonly key: string
  readonly branch: { readonly id: string } | null
}

/** Looks for the caller's first library and the prompt changed last in it. Never fails: the page must open. */
export async function findExampleIds(ask: (query: string) => Promise<unknown>): Promise<ExampleIds> {
  const answer = (await ask(EXAMPLE_IDS_QUERY).catch(() => null)) as Answer | null
  const library = answer?.viewer?.libraries.edges[0]?.node
  const prompt = library?.prompts.edges[0]?.node
  return {
    librarySlug: library?.slug ?? PLACEHOLDERS.librarySlug,
    libraryId: library?.id ?? PLACEHOLDERS.libraryId,
    promptId: prompt?.id ?? PLACEHOLDERS.promptId,
    promptKey: prompt?.key ?? PLACEHOLDERS.promptKey,
    branchId: prompt?.branch?.id ?? PLACEHOLDERS.branchId,
  }
}
