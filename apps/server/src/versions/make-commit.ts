import {
  blame,
  type ChangeType,
  commitId,
  contentHash,
  diffStat,
  nextVersion,
  type VersionScheme,
} from '@incipit/version-control'
import { type ActorRef, SYSTEM } from '../accounts/index.ts'
import type { BlamedContent } from './content-store.ts'
import type { NewCommit } from './store.ts'

/** A commit that another is made on. */
export interface Parent extends BlamedContent {
  readonly id: string
}

/** What a commit says, without what it is stored with. */
export interface CommitText {
  readonly content: string
  /** First parent first. */
  readonly parents: readonly { readonly id: string }[]
  readonly authors: readonly ActorRef[]
  readonly message: string
  readonly changeType: ChangeType
  readonly createdAt: Date
}

/** The id such a commit has. */
export function idOf(spec: CommitText): string {
  return commitId({
    content: contentHash(spec.content),
    parents: spec.parents.map((parent) => parent.id),
    authors: spec.authors.map((author) => author.id),
    createdAt: spec.createdAt.toISOString(),
    message: spec.message,
    changeType: spec.changeType,
  })
}

/** Makes a commit of a content, its number and blame included, without storing it. */
export function makeCommit(
  spec: CommitText & {
    readonly libraryId: string
    readonly promptId: string
    readonly seq: number
    readonly parents: readonly Parent[]
    readonly committer: ActorRef
    /** Null away from main. */
    readonly numbering: { readonly scheme: VersionScheme; readonly previous: string | null } | null
  },
): NewCommit {
  const { createdAt } = spec
  const id = idOf(spec)
  const version = spec.numbering
    ? nextVersion(spec.numbering.scheme, {
        previous: spec.numbering.previous,
        changeType: spec.changeType,
        date: createdAt.toISOString().slice(0, 10),
        commitId: id,
      })
    : null
  const { added, removed } = diffStat(spec.parents[0]?.content ?? '', spec.content)
  return {
    row: {
      libraryId: spec.libraryId,
      promptId: spec.promptId,
      id,
      seq: spec.seq,
      contentHash: contentHash(spec.content),
      message: spec.message,
      changeType: spec.changeType,
      version,
      onMain: spec.numbering !== null,
      committerKind: spec.committer.kind,
      committerId: spec.committer.id,
      committerName: spec.committer.name,
      added,
      removed,
      createdAt,
    },
    content: spec.content,
    parents: spec.parents.map((parent) => parent.id),
    authors: spec.authors,
    blame: blame(spec.content, spec.seq, spec.parents),
  }
}

/** Everybody who contributed, the committer included, each once. */
export function withCommitter(contributors: readonly ActorRef[], committer: ActorRef): ActorRef[] {
  const others = contributors.filter((author) => author.id !== committer.id && author.id !== SYSTEM.id)
  return [committer, ...others]
}
