import type { NewPrompt } from '../prompts/index.ts'
import type { TestServer, Visitor } from '../testing/test-server.ts'

type Team = Awaited<ReturnType<TestServer['team']>>

/** A prompt with a committed text, of which a test says what matters to it. */
export type Spec = Partial<NewPrompt> & Pick<NewPrompt, 'name'>

/** Creates committed prompts in one transaction, all changed at the same instant. @returns their ids */
export async function addPrompts(server: TestServer, team: Team, specs: readonly Spec[]): Promise<string[]> {
  const author = { kind: 'user', id: team.developer.userId, name: 'Developer' } as const
  const rows = await server.database.db.transaction((tx) =>
    server.features.prompts.createMany(
      tx,
      team.library,
      author,
      specs.map((spec) => ({
        key: `tasks-general-${spec.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
        description: '',
        category: 'tasks',
        subcategory: 'general',
        owner: 'team',
        tags: [],
        content: 'user:\n{{input}}\n',
        templateLanguage: 'mustache',
        commitMessage: 'Written',
        ...spec,
      })),
      () => {},
    ),
  )
  return rows.map((row) => row.id)
}

export interface Found {
  readonly names: string[]
  readonly edges: readonly {
    readonly cursor: string
    readonly node: { readonly name: string; readonly id: string }
    readonly matches: readonly {
      readonly field: string
      readonly text: string
      readonly ranges: readonly { readonly from: number; readonly to: number }[]
    }[]
  }[]
  readonly totalCount: number
  readonly hasMoreThanCounted: boolean
  readonly correctedTo: string | null
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly endCursor: string | null
    readonly startCursor: string | null
  }
}

const QUERY = `query ($slug: String!, $filter: PromptFilter, $orderBy: PromptOrder, $first: Int, $after: String, $last: Int, $before: String) {
  library(slug: $slug) { prompts(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount hasMoreThanCounted correctedTo pageInfo { hasNextPage endCursor startCursor }
    edges { cursor node { id name } matches { field text ranges { from to } } } } } }`

/** Asks the list of prompts, as the list page does. */
export async function find(
  visitor: Visitor,
  slug: string,
  search: string | Record<string, unknown>,
  page: Record<string, unknown> = { first: 100 },
): Promise<Found> {
  const filter = typeof search === 'string' ? { search } : search
  const { data, errors } = await visitor.query(QUERY, { slug, filter, ...page })
  if (errors) throw new Error(JSON.stringify(errors))
  const found = data.library.prompts
  return { ...found, names: found.edges.map((edge: Found['edges'][number]) => edge.node.name) }
}
