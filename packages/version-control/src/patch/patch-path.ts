/**
 * @internal A path as patches name it, quoted where its characters need it.
 *
 * @throws RangeError for a path that no file of a repository can have
 */
export function patchPath(side: 'a' | 'b', path: string): string {
  const parts = path.split('/')
  if (path.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new RangeError(
      `The path of a patch must be relative and without empty, "." or ".." parts, but is ${JSON.stringify(path)}`,
    )
  }
  const name = `${side}/${path}`
  return needsQuotes(name) ? `"${Array.from(name, quotedCharacter).join('')}"` : name
}

const NAMED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
}

function needsQuotes(name: string): boolean {
  return Array.from(name).some((character) => quotedCharacter(character) !== character)
}

function quotedCharacter(character: string): string {
  const named = NAMED[character]
  if (named !== undefined) return named
  const code = character.charCodeAt(0)
  return code < 0x20 || code === 0x7f ? `\\${code.toString(8).padStart(3, '0')}` : character
}
