import type { Tag } from '../scan-tags.ts'
import type { Range } from '../text-position.ts'

/** @internal A section from its opening tag to the end of its closing one. */
export interface SectionRange {
  readonly open: Tag
  readonly range: Range
}

/** @internal Sections that are closed, in the order in which they open. Linear in the number of tags. */
export function sectionRanges(tags: readonly Tag[]): SectionRange[] {
  const openByName = new Map<string, Tag[]>()
  const sections: SectionRange[] = []
  for (const tag of tags) {
    if (tag.kind === 'section' || tag.kind === 'inverted') {
      const namesakes = openByName.get(tag.name)
      if (namesakes) namesakes.push(tag)
      else openByName.set(tag.name, [tag])
    } else if (tag.kind === 'close') {
      const open = openByName.get(tag.name)?.pop()
      if (open) sections.push({ open, range: { from: open.range.from, to: tag.range.to } })
    }
  }
  return sections.sort((a, b) => a.range.from - b.range.from)
}
