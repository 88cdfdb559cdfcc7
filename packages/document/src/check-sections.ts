import { type Problem, quoted } from './problem.ts'
import type { Tag } from './scan-tags.ts'

interface OpenSection {
  readonly tag: Tag
  closed: boolean
}

interface Crossing {
  readonly close: Tag
  readonly inner: OpenSection
}

/** @internal Problems of how sections open and close. Linear in the number of tags. */
export function checkSections(tags: readonly Tag[]): Problem[] {
  const problems: Problem[] = []
  const stack: OpenSection[] = []
  const byName = new Map<string, OpenSection[]>()
  const crossings: Crossing[] = []

  for (const tag of tags) {
    if (tag.kind === 'section' || tag.kind === 'inverted') {
      const section = { tag, closed: false }
      stack.push(section)
      const namesakes = byName.get(tag.name)
      if (namesakes) namesakes.push(section)
      else byName.set(tag.name, [section])
    } else if (tag.kind === 'close') {
      const section = byName.get(tag.name)?.pop()
      if (!section) problems.push(unopened(tag))
      else {
        const inner = innermost(stack)
        if (inner && inner !== section) crossings.push({ close: tag, inner })
        section.closed = true
      }
    }
  }
  // Where the inner section never closes at all, that is the one mistake: nothing crosses.
  const crossed = crossings
    .filter(({ inner }) => inner.closed)
    .map(({ close, inner }) => crossing(close, inner.tag))
  const open = stack.filter(({ closed }) => !closed).map(({ tag }) => unclosed(tag))
  return [...problems, ...crossed, ...open]
}

function innermost(stack: OpenSection[]): OpenSection | undefined {
  while (stack.at(-1)?.closed) stack.pop()
  return stack.at(-1)
}

function unclosed(tag: Tag): Problem {
  const name = quoted(tag.name)
  return {
    code: 'unclosed-section',
    severity: 'error',
    message: `The section "${name}" is never closed, so it has no end. Put {{/${name}}} where it ends.`,
    range: tag.range,
  }
}

function unopened(tag: Tag): Problem {
  const name = quoted(tag.name)
  return {
    code: 'unopened-section',
    severity: 'error',
    message: `Nothing opened the section "${name}" that is closed here. Put {{#${name}}} where it begins, or remove this tag.`,
    range: tag.range,
    fix: {
      title: 'Remove the tag',
      edits: [{ offset: tag.range.from, deleteCount: tag.range.to - tag.range.from, insert: '' }],
    },
  }
}

function crossing(close: Tag, inner: Tag): Problem {
  const [outerName, innerName] = [quoted(close.name), quoted(inner.name)]
  return {
    code: 'crossed-section',
    severity: 'error',
    message: `The section "${outerName}" ends inside "${innerName}". Close "${innerName}" first.`,
    range: close.range,
  }
}
