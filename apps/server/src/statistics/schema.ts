import { builder } from '../graphql/builder.ts'
import { LibraryType } from '../libraries/schema.ts'
import { FacetCountType } from '../search/schema.ts'
import { CONTRIBUTOR_DAYS, MOST_DAYS, type Statistics } from './index.ts'

const DayCountType = builder.objectRef<Statistics['activity'][number]>('DayCount').implement({
  description: 'How much happened on a day',
  fields: (t) => ({
    day: t.exposeString('day', { description: 'The UTC day, such as 2026-01-31' }),
    count: t.exposeInt('count', { description: 'How much' }),
  }),
})

const LibraryStatisticsType = builder.objectRef<Statistics>('LibraryStatistics').implement({
  description: 'What can be counted in a library',
  fields: (t) => ({
    promptCount: t.exposeInt('promptCount', { description: 'Prompts in use: not archived' }),
    archivedCount: t.exposeInt('archivedCount', { description: 'Archived prompts' }),
    staleCount: t.exposeInt('staleCount', { description: 'Prompts in use that are stale' }),
    withErrorsCount: t.exposeInt('withErrorsCount', {
      description: 'Prompts in use whose text on main has errors',
    }),
    pendingDeprecations: t.exposeInt('pendingDeprecations', {
      description: 'Deprecated prompts, which are not archived yet',
    }),
    byStatus: t.field({
      type: [FacetCountType],
      description: 'Prompts by status: every status, archived too',
      resolve: ({ byStatus }) => [...byStatus],
    }),
    byCategory: t.field({
      type: [FacetCountType],
      description: 'Prompts in use by category: every category',
      resolve: ({ byCategory }) => [...byCategory],
    }),
    totalChanges: t.exposeInt('totalChanges', {
      description: 'Commits on all branches, since the beginning',
    }),
    openChangeRequests: t.exposeInt('openChangeRequests', { description: 'Change requests that are open' }),
    contributors: t.exposeInt('contributors', {
      description: `People and programs who wrote something committed in the last ${CONTRIBUTOR_DAYS} days`,
    }),
    activity: t.field({
      type: [DayCountType],
      description: 'Commits of each day asked for, the oldest first, days without any included',
      resolve: ({ activity }) => [...activity],
    }),
  }),
})

builder.objectField(LibraryType, 'statistics', (t) =>
  t.field({
    type: LibraryStatisticsType,
    description: 'What can be counted in it',
    extensions: { cost: 50 },
    args: {
      days: t.arg.int({
        required: true,
        defaultValue: 30,
        description: `Days of activity, today included: 1 to ${MOST_DAYS}`,
      }),
    },
    resolve: (row, { days }, { features }) => features.statistics.statistics(row, days),
  }),
)
