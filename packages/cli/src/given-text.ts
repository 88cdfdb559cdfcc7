import { readTextFile } from './read-text-file.ts'

/** A text given on the command line: itself, or with `@` before it the name of a file that holds it. @throws Failure for a file that cannot be read */
export function givenText(text: string): string {
  return text.startsWith('@') ? readTextFile(text.slice(1)) : text
}
