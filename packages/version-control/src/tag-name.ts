import { branchTypeOf } from './branch-type.ts'
import { parseVersion, VERSION_SCHEMES } from './version.ts'

/** Most characters of a tag’s name. */
const MOST_CHARACTERS = 80
/** Letters and digits with one separator between two of them, so that `a..b` names a range and nothing else. */
const FORM = /^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/i

/**
 * What is wrong with a name for a tag, as a sentence that says what would be right; `null` when nothing is.
 * A name that could be taken for a version of any scheme, a hash or a branch is refused, so that each of these means one thing.
 */
export function checkTagName(name: string): string | null {
  if (name === '') return 'A tag needs a name, such as launch or customer-beta.'
  if (name.length > MOST_CHARACTERS) {
    return `A tag’s name has at most ${MOST_CHARACTERS} characters; this one has ${name.length}.`
  }
  if (!FORM.test(name)) {
    return 'A tag’s name is made of the letters a to z, digits, and single hyphens, dots, underscores or slashes between them, such as launch-2026.'
  }
  if (looksLikeVersion(name)) {
    return `"${name}" looks like a version number or a commit’s hash, which Incipit gives by itself. Name what it is for, such as launch.`
  }
  if (branchTypeOf(name.toLowerCase()) !== null)
    return `"${name}" is the name of a branch or may become one. Choose another, such as launch.`
  return null
}

function looksLikeVersion(name: string): boolean {
  const text = name.toLowerCase()
  return VERSION_SCHEMES.some(
    (scheme) => parseVersion(scheme, text) !== null || parseVersion(scheme, text.replace(/^v/, '')) !== null,
  )
}
