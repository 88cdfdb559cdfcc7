import { type Connection, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../platform/paging.ts'
import { builder, type Ref } from './builder.ts'

export const PageInfo = builder.objectRef<Connection<unknown>['pageInfo']>('PageInfo').implement({
  description: 'Where a page stands in its list',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether entries follow this page' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether entries precede this page' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'Cursor of the first entry; null when the page is empty',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Cursor of the last entry; null when the page is empty',
    }),
  }),
})

/** The connection type of a node type, with its edge type. */
export function connectionOf<Shape extends object>(ref: Ref<Shape>, name: string) {
  const Edge = builder.objectRef<{ cursor: string; node: Shape }>(`${name}Edge`).implement({
    description: `A ${name} in a list`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Where the list can be continued' }),
      node: t.field({ type: ref, description: 'The entry', resolve: (edge) => edge.node as never }),
    }),
  })
  return builder.objectRef<Connection<Shape>>(`${name}Connection`).implement({
    description: `A page of a list (Relay connection)`,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The entries of this page',
        resolve: (page) => [...page.edges],
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where this page stands',
        resolve: (page) => page.pageInfo,
      }),
      totalCount: t.int({ description: 'Entries in the whole list', resolve: (page) => page.totalCount() }),
    }),
  })
}

/** The arguments of every connection. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `Entries from the start, 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} where neither first nor last is given`,
  }),
  last: t.int({ description: `Entries from the end, 0 to ${MAX_PAGE_SIZE}` }),
  after: t.string({ description: 'Begin behind this cursor' }),
  before: t.string({ description: 'End before this cursor' }),
}))
