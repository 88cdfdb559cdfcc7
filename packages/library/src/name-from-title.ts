/** Kept in step with NAME_MAX_LENGTH by a test: importing it would make the two files a cycle. */
const MAX_LENGTH = 60

/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

/**
 * A valid name of at most 60 characters from any text: accents are dropped, whatever is neither letter nor digit becomes a hyphen,
 * and a name that would begin with a digit gets `prompt-` before it. Cut between words where there is a gap.
 *
 * @returns '' when the text holds no Latin letter
 */
export function slugify(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[ßæœøđðþłħı]/g, (letter) => SPELLED_OUT[letter] ?? '')
  if (!/[a-z]/.test(plain)) return ''
  const words = plain.match(/[a-z0-9]+/g) ?? []
  return cut(/^[0-9]/.test(words[0] ?? '') ? ['prompt', ...words] : words)
}

/** A valid prompt name from any title: "Ethereum Developer" gives `ethereum-developer`; without a Latin letter, `prompt`. */
export function nameFromTitle(title: string): string {
  return slugify(title) || 'prompt'
}

function cut(words: readonly string[]): string {
  let name = ''
  for (const word of words) {
    const longer = name ? `${name}-${word}` : word
    if (longer.length > MAX_LENGTH) break
    name = longer
  }
  return name || (words[0] ?? '').slice(0, MAX_LENGTH)
}
