import { ActorType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Proposal } from './index.ts'
import { BranchRefType, ChangeTypeEnum, CommitType, ContractChangeType } from './schema.ts'

export const NextVersionType = builder.objectRef<Proposal['nextVersions'][number]>('NextVersion').implement({
  description: 'The number a change type would take',
  fields: (t) => ({
    changeType: t.expose('changeType', { type: ChangeTypeEnum, description: 'The change type' }),
    version: t.exposeString('version', {
      nullable: true,
      description:
        'The number; null for none, and in the hash scheme, where the commit’s own hash is the number',
    }),
  }),
})
const ProposalType = builder.objectRef<Proposal>('CommitProposal').implement({
  description: 'What a commit of the live text would be',
  fields: (t) => ({
    changed: t.exposeBoolean('changed', { description: 'Whether there is anything to commit' }),
    changeType: t.expose('changeType', {
      type: ChangeTypeEnum,
      description: 'Proposed from the difference of the inputs',
    }),
    version: t.exposeString('version', { nullable: true, description: 'The number it would take' }),
    nextVersions: t.field({
      type: [NextVersionType],
      description: 'The number each change type would take',
      resolve: (proposal) => [...proposal.nextVersions],
    }),
    reasons: t.stringList({
      description: 'Why this change type',
      resolve: (proposal) => [...proposal.reasons],
    }),
    contractChanges: t.field({
      type: [ContractChangeType],
      description: 'What changed for callers',
      resolve: (proposal) => [...proposal.contractChanges],
    }),
    contributors: t.field({
      type: [ActorType],
      description: 'Who wrote since the head commit',
      resolve: (proposal) => [...proposal.contributors],
    }),
    parents: t.field({
      type: [CommitType],
      description: 'What the commit would be made on: two while a merge is being resolved',
      resolve: (proposal) => [...proposal.parents],
    }),
    unresolved: t.exposeInt('unresolved', {
      description: 'Conflicts in the live text that nobody has settled',
    }),
    baseContent: t.exposeString('baseContent', {
      description: 'Content of the head commit; empty before the first',
    }),
    content: t.exposeString('content', { description: 'The live text' }),
  }),
})

builder.objectFields(BranchRefType, (t) => ({
  proposal: t.field({
    type: ProposalType,
    description: 'What a commit of the live text would be: type, number, and why',
    resolve: (row, _args, { features }) => features.versions.proposal(row),
  }),
}))
