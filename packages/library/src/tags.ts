/** What a tag speaks about. */
export const TAG_CATEGORIES = ['domain', 'action', 'model', 'general'] as const

/** One of {@link TAG_CATEGORIES}. */
export type TagCategory = (typeof TAG_CATEGORIES)[number]

/** The normalized name of a tag: lower case, blanks become single hyphens, none at the ends. '' when nothing is left. */
export function normalizeTag(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s-]+/gu, '-')
    .replace(/^-|-$/g, '')
}
