import { type Level, SCOPES } from '@incipit/access'
import { LevelEnum, UserRefType, ViewerType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { findableAs, libraryOf, Node, nodeId, nullIfHidden, rowOf } from '../graphql/node.ts'

import { LibraryType } from './schema.ts'
import type { ApiKeyRow } from './store.ts'

const ScopeEnum = enumOf('Scope', SCOPES, 'What an API key is limited to, besides its level')

const ApiKeyType = builder.objectRef<ApiKeyRow>('ApiKey').implement({
  description: 'A key for a program, of one library',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for' }),
    level: t.field({ type: LevelEnum, description: 'Its level', resolve: (row) => row.level as Level }),
    scopes: t.field({
      type: [ScopeEnum],
      description: 'What it is limited to',
      resolve: (row) => row.scopes as (typeof SCOPES)[number][],
    }),
    prefix: t.exposeString('prefix', { description: 'Its first characters, to recognize it by' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made' }),
    createdBy: t.field({
      type: UserRefType,
      nullable: true,
      description: 'Who made it',
      resolve: (row, _args, { loaders }) => (row.createdBy ? loaders.user.load(row.createdBy) : null),
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it stops working; null for never',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Last use, to the minute; null for never',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked',
    }),
  }),
})
nodeId(ApiKeyType, (row) => [row.libraryId, row.id])

findableAs('ApiKey', 2, ([libraryId, id], { features, caller }) =>
  nullIfHidden(() => features.libraries.apiKey(caller, libraryId!, id!)),
)

const ApiKeyConnection = connectionOf(ApiKeyType, 'ApiKey')

builder.objectFields(LibraryType, (t) => ({
  apiKeys: t.field({
    type: ApiKeyConnection,
    description: 'API keys, newest first; for admins',
    args: pageArgs,
    resolve: (row, args, { features, caller }) => features.libraries.apiKeys(caller, row.libraryId, args),
  }),
}))

builder.objectFields(ViewerType, (t) => ({
  apiKey: t.field({
    type: ApiKeyType,
    nullable: true,
    description: 'The key; null for a person',
    resolve: (_viewer, _args, { features, caller }) =>
      caller.actor?.kind === 'key'
        ? features.libraries.apiKey(caller, caller.actor.libraryId, caller.actor.id)
        : null,
  }),
}))

const ApiKeyCreateInput = builder.inputType('ApiKeyCreateInput', {
  description: 'A new API key',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    name: t.string({ required: true, description: 'What it is for' }),
    level: t.field({ type: LevelEnum, required: true, description: 'Its level' }),
    scopes: t.field({ type: [ScopeEnum], required: true, description: 'What it is limited to' }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it stops working; never where absent' }),
  }),
})
const ApiKeyCreatePayload = builder
  .objectRef<{ apiKey: ApiKeyRow; secret: string }>('ApiKeyCreatePayload')
  .implement({
    description: 'Made',
    fields: (t) => ({
      apiKey: t.field({ type: ApiKeyType, description: 'The key', resolve: (payload) => payload.apiKey }),
      secret: t.exposeString('secret', {
        description: 'What programs send as bearer token; shown this one time',
      }),
    }),
  })
const ApiKeyRevokeInput = builder.inputType('ApiKeyRevokeInput', {
  description: 'Which key to revoke',
  fields: (t) => ({ id: t.id({ required: true, description: 'The key' }) }),
})
const ApiKeyRevokePayload = builder.objectRef<ApiKeyRow>('ApiKeyRevokePayload').implement({
  description: 'Revoked: it works no longer, open sockets included',
  fields: (t) => ({
    apiKey: t.field({ type: ApiKeyType, description: 'The key as it is now', resolve: (row) => row }),
  }),
})

builder.mutationFields((t) => ({
  apiKeyCreate: t.field({
    type: ApiKeyCreatePayload,
    description: 'Makes a key for a program; for admins',
    args: { input: t.arg({ type: ApiKeyCreateInput, required: true }) },
    errors: failures('ApiKeyCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.libraries.createApiKey(caller, { ...input, libraryId: libraryOf(input.libraryId) }),
  }),
  apiKeyRevoke: t.field({
    type: ApiKeyRevokePayload,
    description: 'Revokes an API key at once; for admins',
    args: { input: t.arg({ type: ApiKeyRevokeInput, required: true }) },
    errors: failures('ApiKeyRevokeResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'ApiKey', 'The API key')
      return features.libraries.revokeApiKey(caller, key.libraryId, key.id)
    },
  }),
}))
