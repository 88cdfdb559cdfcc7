import { type Cache, cacheExchange, type KeyGenerator } from '@urql/exchange-graphcache'
import { possibleTypes } from './possible-types.ts'

const embedded: KeyGenerator = () => null

/** Types without an id of their own, or whose id is not theirs alone: they live inside what holds them. */
const EMBEDDED_TYPES = [
  'Actor',
  'Approvals',
  'AuditSubject',
  'AuditVerification',
  'Blame',
  'BlameRun',
  'BranchMerging',
  'BranchMove',
  'Category',
  'ChangeCheck',
  'ChangeRequestUpdate',
  'Changelog',
  'ChangelogEntry',
  'ChangelogSection',
  'CommentAnchor',
  'CommitProposal',
  'CommitRule',
  'Comparison',
  'ContractChange',
  'CustomValue',
  'DayCount',
  'DemoAccount',
  'Dependency',
  'DependencyMap',
  'FacetCount',
  'Impact',
  'ImpactedPrompt',
  'ImportMapping',
  'ImportPreview',
  'ImportPreviewRow',
  'ImportRowError',
  'IncludedText',
  'InvitationPreview',
  'LibraryActivity',
  'LibraryChange',
  'LibraryStatistics',
  'Mergeability',
  'NameCheck',
  'NextVersion',
  'PromptChange',
  'PromptFacets',
  'PromptInclude',
  'PromptQuality',
  'PromptTemplate',
  'QualityCheck',
  'SavedSearchOrder',
  'SavedSearchQuery',
  'SearchMatch',
  'ServerInfo',
  'SimilarPrompt',
  'SingleSignOn',
  'StatusChange',
  'StatusMove',
  'StructureChange',
  'Subcategory',
  'TagGroup',
  'TagSuggestion',
  'TaxonomyReport',
  'TaxonomySuggestion',
  'TextRange',
  'UncommittedChanges',
  'ValidationIssue',
  'VersionCommitted',
  'Viewer',
]

/** Which branches a prompt has, and which of them has a name. */
const BRANCH_FIELDS = ['branches', 'deletedBranches', 'branch']

/** What each event links to the library needs a key: that of its prompt. */
const keyOfPrompt: KeyGenerator = ({ prompt }) => (prompt as { id?: string } | null)?.id ?? null

/** The normalized cache. Objects with an id update everywhere at once; a mutation that changes a list drops that list. */
export function normalizedCache() {
  return cacheExchange({
    possibleTypes,
    logger,
    keys: {
      ...Object.fromEntries(EMBEDDED_TYPES.map((name) => [name, embedded])),
      PromptPresence: keyOfPrompt,
    },
    updates: {
      Mutation: {
        memberRemove: (_result, _args, cache) => dropLists(cache, ['members']),
        invitationCreate: (_result, _args, cache) => dropLists(cache, ['invitations']),
        apiKeyCreate: (_result, _args, cache) => dropLists(cache, ['apiKeys']),
        promptCreate: (_result, _args, cache) =>
          dropLists(cache, ['prompts', 'facets', 'categories', 'tags']),
        promptArchive: (_result, _args, cache) => dropLists(cache, ['prompts', 'facets', 'categories']),
        promptRestore: (_result, _args, cache) => dropLists(cache, ['prompts', 'facets', 'categories']),
        promptStatusChange: (_result, _args, cache) => dropLists(cache, ['prompts', 'facets', 'categories']),
        promptDelete: (_result, _args, cache) =>
          dropLists(cache, ['prompts', 'facets', 'categories', 'tags']),
        promptFavourite: (_result, _args, cache) => dropLists(cache, ['favourites']),
        promptOpened: (_result, _args, cache) => dropLists(cache, ['recentlyOpened']),
        promptUpdate: (_result, _args, cache) => dropLists(cache, ['facets', 'categories', 'tags']),
        categoryUpdate: (_result, _args, cache) => dropLists(cache, ['categories']),
        subcategoryCreate: (_result, _args, cache) => dropLists(cache, ['categories']),
        subcategoryDelete: (_result, _args, cache) => dropLists(cache, ['categories']),
        tagUpdate: (_result, _args, cache) => dropLists(cache, ['facets']),
        tagMerge: (_result, _args, cache) => dropLists(cache, ['prompts', 'facets', 'tags']),
        tagDelete: (_result, _args, cache) => dropLists(cache, ['prompts', 'facets', 'tags']),
        customFieldCreate: (_result, _args, cache) => dropLists(cache, ['customFields']),
        customFieldMove: (_result, _args, cache) => dropLists(cache, ['customFields']),
        customFieldRemove: (_result, _args, cache) => dropLists(cache, ['customFields']),
        importRun: (_result, _args, cache) => dropLists(cache, ['prompts', 'facets', 'categories', 'tags']),
        changeRequestCreate: (_result, _args, cache) => dropLists(cache, ['changeRequests']),
        changeRequestMerge: (_result, _args, cache) => dropLists(cache, ['changeRequests']),
        changeRequestClose: (_result, _args, cache) => dropLists(cache, ['changeRequests']),
        changeRequestReopen: (_result, _args, cache) => dropLists(cache, ['changeRequests']),
        branchCreate: (_result, _args, cache) => dropOfPrompts(cache, BRANCH_FIELDS),
        branchRename: (_result, _args, cache) => dropOfPrompts(cache, BRANCH_FIELDS),
        branchDelete: (_result, _args, cache) => dropOfPrompts(cache, BRANCH_FIELDS),
        branchRestore: (_result, _args, cache) => dropOfPrompts(cache, BRANCH_FIELDS),
        commitTagCreate: (_result, _args, cache) => dropOfPrompts(cache, ['commitTags']),
        sessionRevoke: (_result, _args, cache) => dropViewerSessions(cache),
      },
      Subscription: {
        presenceChanged: (result, args, cache) => {
          const key = cache.keyOfEntity({ __typename: 'Library', id: String(args.libraryId) })
          if (key) cache.link(key, 'presence', result.presenceChanged as never)
        },
      },
    },
  })
}

/** Forgets the given fields of every library in the cache, so that whoever shows them loads them again. */
function dropLists(cache: Cache, fields: string[]): void {
  for (const key of librariesOf(cache))
    for (const { fieldName, arguments: args } of cache.inspectFields(key))
      if (fields.includes(fieldName)) cache.invalidate(key, fieldName, args)
}

function librariesOf(cache: Cache): string[] {
  return entitiesAt(cache, 'Query', 'library')
}

/** Forgets the given fields of every prompt in the cache. */
function dropOfPrompts(cache: Cache, fields: string[]): void {
  for (const library of librariesOf(cache)) {
    for (const prompt of entitiesAt(cache, library, 'prompt')) {
      for (const { fieldName, arguments: args } of cache.inspectFields(prompt))
        if (fields.includes(fieldName)) cache.invalidate(prompt, fieldName, args)
    }
  }
}

/** Keys of everything that a field of an entity links to, whatever its arguments. */
function entitiesAt(cache: Cache, entity: string, field: string): string[] {
  return cache
    .inspectFields(entity)
    .filter(({ fieldName }) => fieldName === field)
    .map(({ fieldName, arguments: args }) => cache.resolve(entity, fieldName, args))
    .filter((key) => typeof key === 'string')
}

function dropViewerSessions(cache: Cache): void {
  cache.invalidate('Query', 'viewer')
}

/** Without the whole schema the cache writes through every fragment and, in development, tells of each field that another member of the union has. */
function logger(severity: 'debug' | 'error' | 'warn', message: string): void {
  if (!message.startsWith('Invalid undefined')) console[severity](message)
}
