import {
  compareStructure,
  type DiffStat,
  diffStat,
  type StructureChange,
  unifiedPatch,
} from '@incipit/version-control'
import { builder, enumOf } from '../graphql/builder.ts'
import { PromptType } from '../prompts/schema.ts'
import { contractChanges } from './contract-changes.ts'
import type { Comparison } from './index.ts'
import { CommitType, ContractChangeType } from './schema.ts'

const PARTS = ['front-matter', 'input', 'output', 'tool', 'message', 'model', 'include'] as const
const StructurePartEnum = enumOf('StructurePart', PARTS, 'A part of a prompt document', {
  'front-matter': 'A key of the front matter',
  input: 'A declared input',
  output: 'A declared output',
  tool: 'A declared tool',
  message: 'A message of the body',
  model: 'The model or one of its settings',
  include: 'An included prompt',
})
const KINDS = ['added', 'removed', 'changed', 'moved'] as const
const StructureChangeKindEnum = enumOf('StructureChangeKind', KINDS, 'What happened to a part', {
  added: 'Only head has it',
  removed: 'Only base has it',
  changed: 'Both have it, and it differs',
  moved: 'It stands in another place',
})
const StructureChangeType = builder.objectRef<StructureChange>('StructureChange').implement({
  description: 'A difference between two prompt documents',
  fields: (t) => ({
    part: t.field({ type: StructurePartEnum, description: 'Which part', resolve: (change) => change.part }),
    kind: t.field({
      type: StructureChangeKindEnum,
      description: 'What happened to it',
      resolve: (change) => change.kind,
    }),
    name: t.exposeString('name', {
      description: 'Which one: a key, the name of an input, a role and its number such as user 2',
    }),
    description: t.exposeString('description', { description: 'For people' }),
    breaking: t.exposeBoolean('breaking', { description: 'Whether it can break callers' }),
  }),
})

const counted = new WeakMap<Comparison, DiffStat>()

/** Both numbers come from one count. */
function linesOf(comparison: Comparison): DiffStat {
  const lines = counted.get(comparison) ?? diffStat(comparison.before, comparison.after)
  counted.set(comparison, lines)
  return lines
}

/** Two commits of one prompt side by side; over `Comparison`, whose differences are computed when they are asked for. */
export const ComparisonType = builder.objectRef<Comparison>('Comparison').implement({
  description: 'Two commits of one prompt side by side',
  fields: (t) => ({
    base: t.field({
      type: CommitType,
      description: 'The left side',
      resolve: (comparison) => comparison.base,
    }),
    head: t.field({
      type: CommitType,
      description: 'The right side',
      resolve: (comparison) => comparison.head,
    }),
    mergeBase: t.field({
      type: CommitType,
      nullable: true,
      description:
        'Best common ancestor of the two, the newest where there are several; null where there is none',
      resolve: ({ base, head }, _args, { features }) => features.versions.mergeBase(base, head),
    }),
    added: t.int({
      description: 'Lines only in head',
      resolve: (comparison) => linesOf(comparison).added,
    }),
    removed: t.int({
      description: 'Lines only in base',
      resolve: (comparison) => linesOf(comparison).removed,
    }),
    contractChanges: t.field({
      type: [ContractChangeType],
      description: 'What changed for callers',
      resolve: ({ before, after }) => contractChanges(before, after),
    }),
    structure: t.field({
      type: [StructureChangeType],
      description: 'Differences of the documents: front matter, inputs, messages',
      resolve: ({ before, after }) => compareStructure(before, after),
    }),
    patch: t.string({
      description:
        'A unified patch, as git apply takes it; the file in it is the key with .prompty. Empty for equal texts',
      resolve: ({ prompt, before, after }) => unifiedPatch(before, after, { path: `${prompt.key}.prompty` }),
    }),
  }),
})

const REF =
  'Version number, tag, branch, hash, or a prefix of the hash of at least 7 characters that only one has'
/** A comparison is worth as much as this many objects: long texts that have little in common take seconds. */
export const COMPARISON_COST = 100

builder.objectFields(PromptType, (t) => ({
  compare: t.field({
    type: ComparisonType,
    nullable: true,
    description: 'Two commits side by side; null when one of them is unknown',
    args: {
      base: t.arg.string({ required: true, description: REF }),
      head: t.arg.string({ required: true, description: REF }),
      sinceMergeBase: t.arg.boolean({
        required: true,
        defaultValue: false,
        description:
          'Compare with the commit where the two parted instead of with base, as a change request does',
      }),
    },
    extensions: { cost: COMPARISON_COST },
    resolve: (row, { base, head, sinceMergeBase }, { features }) =>
      features.versions.compare(row, base, head, sinceMergeBase),
  }),
}))
