import type { WishedFix } from './quick-fixes.ts'

/** What the page around an editor may ask of it. */
export interface EditorHandle {
  focus(): void
  /** Puts the cursor at a place and shows it. */
  goTo(place: { line: number; column: number }): void
  /** The same, for a place counted in UTF-16 units from the start. */
  goToOffset(offset: number): void
  /** Keeps the cursor of a person in view until something is typed, clicked or scrolled here; `null` stops. */
  follow(userId: string | null): void
  /** Brings a conflict into view, with the focus on its choices. */
  showConflict(id: string): void
  /** Puts a problem right, as this person's own edit; nothing happens where it is gone by now. */
  fix(wished: WishedFix): void
  /** Brings the text into its usual form, as one step of undo. */
  format(): void
  /** Asks for a new name of the input that stands at an offset. */
  rename(offset: number): void
}
