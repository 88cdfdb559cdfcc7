import type { AuditEntry } from '@incipit/audit'
import { ActorType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { findableAs, Node, nodeId, nullIfHidden } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import type { Verification } from './service.ts'

export const AuditSubjectType = builder.objectRef<AuditEntry['subject']>('AuditSubject').implement({
  description: 'What something was done to, with its name at that time',
  fields: (t) => ({
    type: t.exposeString('type', { description: 'prompt, commit, member, key, …' }),
    id: t.exposeString('id', { description: 'Stable' }),
    label: t.exposeString('label', { description: 'Its name at that time' }),
  }),
})

const AuditEntryType = builder.objectRef<AuditEntry>('AuditEntry').implement({
  description: 'One line of the audit log, bound by its hash to the one before',
  interfaces: [Node],
  fields: (t) => ({
    seq: t.exposeInt('seq', { description: 'Place in the library’s chain: 1, 2, 3, … without gaps' }),
    at: t.field({ type: 'DateTime', description: 'When', resolve: (entry) => new Date(entry.at) }),
    actor: t.field({ type: ActorType, description: 'Who', resolve: (entry) => entry.actor }),
    action: t.exposeString('action', { description: 'What was done, such as prompt.create' }),
    subject: t.field({ type: AuditSubjectType, description: 'What to', resolve: (entry) => entry.subject }),
    beforeHash: t.exposeString('beforeHash', {
      nullable: true,
      description: 'SHA-256 of the state before; null when there was none',
    }),
    afterHash: t.exposeString('afterHash', {
      nullable: true,
      description: 'SHA-256 of the state after; null when there is none',
    }),
    details: t.field({
      type: 'JSON',
      description: 'More about the change',
      resolve: (entry) => entry.details,
    }),
    previousHash: t.exposeString('previousHash', { description: 'Hash of the entry before' }),
    hash: t.exposeString('hash', { description: 'SHA-256 over everything else in the entry' }),
  }),
})
nodeId(AuditEntryType, (entry) => [entry.libraryId, entry.seq])
findableAs('AuditEntry', 2, ([libraryId, seq], { features, caller }) =>
  nullIfHidden(() => features.audit.entry(caller, libraryId!, Number(seq))),
)
const AuditEntryConnection = connectionOf(AuditEntryType, 'AuditEntry')

const AuditFilterInput = builder.inputType('AuditFilter', {
  description: 'Which entries; absent fields do not narrow',
  fields: (t) => ({
    action: t.string({ description: 'Exactly this action' }),
    actorId: t.string({ description: 'Done by this actor' }),
    subjectId: t.string({ description: 'Done to this subject' }),
    subjectType: t.string({ description: 'Done to subjects of this type' }),
    since: t.field({ type: 'DateTime', description: 'At or after' }),
    until: t.field({ type: 'DateTime', description: 'At or before' }),
  }),
})

const VerificationType = builder.objectRef<Verification>('AuditVerification').implement({
  description: 'Outcome of recomputing the chain',
  fields: (t) => ({
    ok: t.exposeBoolean('ok', {
      description: 'Whether every entry is as it was written, and none is missing',
    }),
    count: t.exposeInt('count', { description: 'Entries found in order' }),
    head: t.exposeString('head', { nullable: true, description: 'Hash of the last good entry' }),
    firstBadSeq: t.exposeInt('firstBadSeq', {
      nullable: true,
      description: 'Number of the first entry that is not right',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'What is wrong with it' }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', description: 'When this was checked' }),
  }),
})

builder.objectFields(LibraryType, (t) => ({
  auditEntries: t.field({
    type: AuditEntryConnection,
    description: 'The audit log, newest first; for admins',
    args: { ...pageArgs, filter: t.arg({ type: AuditFilterInput, description: 'Which entries' }) },
    resolve: (row, { filter, ...page }, { features, caller }) =>
      features.audit.entries(caller, row.libraryId, filter ?? {}, page),
  }),
  auditVerification: t.field({
    type: VerificationType,
    description: 'Recomputes the hash chain of the audit log; for admins',
    resolve: (row, _args, { features, caller }) => features.audit.verification(caller, row.libraryId),
  }),
}))
