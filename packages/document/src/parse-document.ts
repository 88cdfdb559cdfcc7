import { checkSections } from './check-sections.ts'
import { type Message, readMessages } from './messages.ts'
import type { Problem } from './problem.ts'
import { readSettings, type Settings } from './read-settings.ts'
import { scanTags, type Tag } from './scan-tags.ts'
import type { Range } from './text-position.ts'

/** A prompt document, taken apart. All ranges are UTF-16 offsets into `text`. */
export interface PromptDocument extends Settings {
  readonly text: string
  /** Everything after the front matter. */
  readonly bodyRange: Range
  readonly messages: readonly Message[]
  /** The Mustache tags of the body, in order. */
  readonly tags: readonly Tag[]
  /** What is wrong with the form; `diagnose` adds what is wrong with the meaning. */
  readonly problems: readonly Problem[]
}

/** The document taken apart last: an editor asks several questions about each state of its text. */
let latest: PromptDocument | null = null

/** Take a prompt document apart. Takes any text and never throws: what is wrong stands in `problems`. */
export function parseDocument(text: string): PromptDocument {
  if (latest?.text !== text) latest = parse(text)
  return latest
}

function parse(text: string): PromptDocument {
  const { settings, problems } = readSettings(text)
  const body = { from: settings.frontMatter?.range.to ?? 0, to: text.length }
  const { tags, problems: tagProblems } = scanTags(text, body.from)
  return {
    text,
    ...settings,
    bodyRange: body,
    messages: readMessages(text, body.from, tags),
    tags,
    problems: [...problems, ...tagProblems, ...checkSections(tags)],
  }
}
