export type { BlamePoint, EditorBlame } from './blame-gutter-rows.ts'
export { UNCOMMITTED } from './blame-owners.ts'
export type { WordRun } from './blame-words.ts'
export { conflictPart } from './conflict-places.ts'
export { type ConflictSide, conflictSides, type SideText } from './conflict-sides.ts'
export { type DocumentSession, openDocument, type SessionState } from './document-session.ts'
export type { EditorHandle } from './editor-handle.ts'
export {
  EditorSkeleton,
  LazyConflictPane,
  LazyPromptEditor,
  LazyTextDiff,
  LazyTextView,
  preloadPromptEditor,
} from './lazy.tsx'
export { type Peer, peersOf, peopleOf } from './peers.ts'
export type { EditorConflicts, ShownBlame } from './prompt-editor.tsx'
export type { IncludedPrompt, PromptServices } from './prompt-services.ts'
export type { WishedFix } from './quick-fixes.ts'
export { type SaveTone, saveStatus } from './save-status.ts'
export type { TextDiffHandle } from './text-diff.tsx'
