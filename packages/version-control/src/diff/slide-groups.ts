/**
 * @internal Moves groups of marked tokens as far down as they go, where the text allows several places: of "a b a b" the second
 * "a b" is the added one. Groups that meet become one. A group that can stand beside a group of the other list stands there,
 * so that a replacement is not torn apart.
 *
 * Both lists must have equally many unmarked tokens; `marks` is changed.
 */
export function slideGroups(tokens: Int32Array, marks: Uint8Array, otherMarks: Uint8Array): void {
  const otherHasGroup = gapsWithGroup(otherMarks)
  const slider = new Slider(tokens, marks)
  while (slider.toNextGroup()) {
    let size: number
    let highest: number
    /** Where the group last ended beside a group of the other list. */
    let beside: number
    do {
      size = slider.end - slider.start
      while (slider.up());
      highest = slider.end
      beside = otherHasGroup[slider.gap] ? slider.end : -1
      while (slider.down()) if (otherHasGroup[slider.gap]) beside = slider.end
    } while (size !== slider.end - slider.start)
    if (slider.end !== highest && beside !== -1) while (!otherHasGroup[slider.gap]) slider.up()
  }
}

/** For each gap between unmarked tokens, counted from the one before the first, whether marked tokens stand in it. */
function gapsWithGroup(marks: Uint8Array): Uint8Array {
  const gaps = new Uint8Array(marks.length + 1)
  let gap = 0
  for (const mark of marks) {
    if (mark) gaps[gap] = 1
    else gap += 1
  }
  return gaps
}

/** A group of marked tokens that moves through a list. */
class Slider {
  readonly #tokens: Int32Array
  readonly #marks: Uint8Array
  start = 0
  end = 0
  /** Unmarked tokens before the group. */
  gap = 0
  #begun = false

  constructor(tokens: Int32Array, marks: Uint8Array) {
    this.#tokens = tokens
    this.#marks = marks
  }

  /** Goes to the next group that is not empty. @returns false when there is none */
  toNextGroup(): boolean {
    const marks = this.#marks
    // The token after a group is unmarked.
    let at = this.#begun ? this.end + 1 : 0
    if (this.#begun) this.gap += 1
    this.#begun = true
    while (at < marks.length && !marks[at]) {
      at += 1
      this.gap += 1
    }
    this.start = at
    this.end = at
    while (marks[this.end]) this.end += 1
    return this.start < this.end
  }

  /** One token up, if the text stays the same. Swallows a group it meets. */
  up(): boolean {
    const { start, end } = this
    if (start === 0 || this.#tokens[start - 1] !== this.#tokens[end - 1]) return false
    this.#marks[start - 1] = 1
    this.#marks[end - 1] = 0
    this.start -= 1
    this.end -= 1
    this.gap -= 1
    while (this.start > 0 && this.#marks[this.start - 1]) this.start -= 1
    return true
  }

  /** One token down, likewise. */
  down(): boolean {
    const { start, end } = this
    if (end === this.#tokens.length || this.#tokens[start] !== this.#tokens[end]) return false
    this.#marks[start] = 0
    this.#marks[end] = 1
    this.start += 1
    this.end += 1
    this.gap += 1
    while (this.#marks[this.end]) this.end += 1
    return true
  }
}
