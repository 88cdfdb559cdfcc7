import type { ChangelogEntry, ChangelogSection } from './changelog.ts'
import { escapeMarkdown } from './escape-markdown.ts'

/** Enough of a commit id to find it by. */
const SHORT_ID = 7

/**
 * A changelog as Markdown (CommonMark; GitHub reads it alike): a heading, a heading for each section, a list item for each entry.
 * Title, messages, authors and versions are shown as they are written: nothing in them is taken for Markdown, HTML or a link.
 * Ends with a line break.
 *
 * @param title such as the name of the prompt
 */
export function changelogMarkdown(title: string, sections: readonly ChangelogSection[]): string {
  const parts = sections.map((section) =>
    [`## ${heading(section)}`, '', ...section.entries.map((entry) => `- ${line(entry, section)}`)].join('\n'),
  )
  return `${[`# ${escapeMarkdown(title)}`, ...parts].join('\n\n')}\n`
}

function heading({ title, date }: ChangelogSection): string {
  return title === date ? title : `${escapeMarkdown(title)} (${date})`
}

function line({ prefix, text, id, version, authors }: ChangelogEntry, section: ChangelogSection): string {
  const number = version === null || version === section.title ? [] : [version]
  const notes = [...number, id.slice(0, SHORT_ID), ...authors].map(escapeMarkdown)
  return [`**${prefix}**`, escapeMarkdown(text), `(${notes.join(', ')})`].filter(Boolean).join(' ')
}
