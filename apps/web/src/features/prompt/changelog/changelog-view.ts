import type { ChangelogEntry, ChangelogSection } from './changelog-query.ts'

/** Changes of one type. */
export interface ChangeGroup {
  changeType: ChangelogEntry['changeType']
  entries: readonly ChangelogEntry[]
}

/** The changes of a section by type, the types in the order in which they come. */
export function groupsOf(section: ChangelogSection): ChangeGroup[] {
  const groups = Map.groupBy(section.entries, ({ changeType }) => changeType)
  return [...groups].map(([changeType, entries]) => ({ changeType, entries }))
}

/** The change that bears the number a section is called by; `null` for a day and for what has no number yet. */
export function bearerOf(section: ChangelogSection): ChangelogEntry | null {
  return section.entries.find(({ version }) => version === section.title) ?? null
}

/** Whether a section is a day; no version number looks like one. */
export function isDay({ title }: ChangelogSection): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(title)
}

interface ChangelogOf {
  prompt: { key: string; name: string }
  branch: string
  sections: readonly ChangelogSection[]
}

/** A changelog as JSON for programs. */
export function changelogJson({ prompt, branch, sections }: ChangelogOf): string {
  const content = {
    prompt: prompt.key,
    name: prompt.name,
    branch,
    sections: sections.map(({ title, date, entries }) => ({
      title,
      date,
      changes: entries.map(({ changeType, text, commit }) => ({
        changeType: changeType.toLowerCase(),
        text,
        version: commit.version,
        commit: commit.hash,
        committedAt: commit.createdAt,
        authors: commit.authors.map(({ name }) => name),
        tags: commit.tags.map(({ name }) => name),
        changeRequest: commit.changeRequest?.number ?? null,
      })),
    })),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
