import { readFileSync } from 'node:fs'
import { Failure } from './failure.ts'

/** The text of a file, nothing in it replaced. @throws Failure when it cannot be read or is not UTF-8 */
export function readTextFile(file: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new Failure(`Cannot read ${file}: ${explain(error as NodeJS.ErrnoException)}.`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Failure(`${file} is not UTF-8. Save it as UTF-8, so that no character is lost.`)
  }
}

function explain({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES') return 'you may not read it'
  return code === 'EISDIR' ? 'it is a directory' : message
}
