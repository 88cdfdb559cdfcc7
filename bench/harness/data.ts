import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** Data that lies beside the project, not in it. */
const DIRECTORY = new URL('../../../shared/data/', import.meta.url)

/** A file of the shared data; `null` where it is missing. Unpacked when its name ends in .gz. */
export function readSharedData(name: string): string | null {
  const file = fileURLToPath(new URL(name, DIRECTORY))
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
