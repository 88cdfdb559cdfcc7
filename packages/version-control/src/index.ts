export { applyEdits } from './apply-edits.ts'
export { type Blame, type BlamedParent, blame } from './blame/blame.ts'
export {
  BRANCH_NAME_LENGTH,
  BRANCH_TYPES,
  type BranchType,
  type BranchTypeRule,
  branchTypeOf,
  branchTypeRule,
  checkBranchName,
  targetTypeOf,
} from './branch-type.ts'
export {
  CHANGE_TYPES,
  type ChangeType,
  type ChangeTypeRule,
  changeTypeOf,
  type VersionEffect,
} from './change-type.ts'
export {
  type ChangelogCommit,
  type ChangelogEntry,
  type ChangelogSection,
  changelog,
  UNRELEASED,
} from './changelog/changelog.ts'
export { changelogMarkdown } from './changelog/changelog-markdown.ts'
export { type CommitBody, commitId, verifyCommit } from './commit-id.ts'
export {
  COMMIT_REMEDIES,
  type CommitRemedy,
  type CommitRuleSpec,
  type CommitRuling,
  commitRule,
} from './commit-rule.ts'
export { contentHash } from './content-hash.ts'
export { diffLines, type LineChange } from './diff/diff-lines.ts'
export { diffWords, type WordPart } from './diff/diff-words.ts'
export { diffEdits, type TextEdit } from './diff-edits.ts'
export { type DiffStat, diffStat } from './diff-stat.ts'
export { CommitGraph, type GraphCommit, type LogOptions } from './graph/commit-graph.ts'
export {
  type GraphEdge,
  type GraphRow,
  type LaidOutCommit,
  type LayoutOptions,
  layoutHistory,
} from './graph/layout-history.ts'
export { mergeBaseCommits, mergeBaseContent } from './graph/merge-base-content.ts'
export { type MergeOptions, type MergeResult, merge } from './merge/merge.ts'
export type { MergeRegion } from './merge/merge-region.ts'
export { mergedText } from './merge/merged-text.ts'
export { mergeChangeType } from './merge-change-type.ts'
export { type PatchOptions, unifiedPatch } from './patch/unified-patch.ts'
export { CHANGE_TARGETS, mayTarget, targetTypes } from './review/change-targets.ts'
export { type ApprovalCount, type ApprovalsSpec, countApprovals } from './review/count-approvals.ts'
export { lineMapper } from './review/line-mapper.ts'
export { type MergeGate, type MergeGateSpec, type MergeState, mergeGate } from './review/merge-gate.ts'
export {
  type RequiredApprovals,
  type RequiredApprovalsSpec,
  requiredApprovals,
} from './review/required-approvals.ts'
export { isVerdict, type ReviewGiven, standingVerdicts, VERDICTS, type Verdict } from './review/verdicts.ts'
export { strongestChangeType } from './strongest-change-type.ts'
export { compareStructure } from './structure/compare-structure.ts'
export type { StructureChange } from './structure/structure-change.ts'
export { checkTagName } from './tag-name.ts'
export { toLf } from './to-lf.ts'
export {
  compareVersions,
  isVersionScheme,
  type NextVersionSpec,
  nextVersion,
  parseVersion,
  VERSION_SCHEMES,
  type VersionScheme,
  type VersionValues,
} from './version.ts'
export type { Calver } from './version-calver.ts'
export type { Semver } from './version-semver.ts'
