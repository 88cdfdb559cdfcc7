import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { Failure } from './failure.ts'

/** A server and the key for it. */
export interface Login {
  readonly url: string
  readonly apiKey: string
}

/** Where the login is kept: by the XDG directories, on Windows in AppData. */
export function configFileOf(env: Readonly<Record<string, string | undefined>>): string {
  const directory = env.XDG_CONFIG_HOME || env.APPDATA || join(homedir(), '.config')
  return join(directory, 'incipit', 'config.json')
}

/** The stored login; null where there is none. @throws Failure for a file that is not ours to understand */
export function readLogin(file: string): Login | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Failure(`Cannot read ${file}: ${(error as Error).message}.`)
  }
  const login = parsed(text)
  if (!login) throw new Failure(`${file} is damaged. Run "incipit login" again.`)
  return login
}

function parsed(text: string): Login | null {
  try {
    const { url, apiKey } = JSON.parse(text) as Partial<Login>
    return typeof url === 'string' && typeof apiKey === 'string' ? { url, apiKey } : null
  } catch {
    return null
  }
}

/** Stores a login so that only its owner can read it, also while it is being written. */
export function writeLogin(file: string, login: Login): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
}
