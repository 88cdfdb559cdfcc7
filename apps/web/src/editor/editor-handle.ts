/** What the page around an editor may ask of it. */
export interface EditorHandle {
  focus(): void
  /** Puts the cursor at a place and shows it. */
  goTo(place: { line: number; column: number }): void
  /** Keeps the cursor of a person in view until something is typed, clicked or scrolled here; `null` stops. */
  follow(userId: string | null): void
  /** Brings a conflict into view, with the focus on its choices. */
  showConflict(id: string): void
  /** Carries out edits as this person's own, as one step of undo. */
  edit(edits: readonly { offset: number; deleteCount: number; insert: string }[]): void
}
