import { useLocalStorage } from '@mantine/hooks'
import { useCallback, useMemo } from 'react'
import type { Drafts } from './example-values.ts'

type Stored = [name: string, draft: string][]

const NONE: Stored = []

/** What this person wrote into the fields of a prompt, remembered in this browser. */
export function useDrafts(promptId: string) {
  const [stored, setStored, forget] = useLocalStorage<Stored>({
    key: `incipit-preview:${promptId}`,
    defaultValue: NONE,
    deserialize: readStored,
  })
  const drafts: Drafts = useMemo(() => new Map(stored), [stored])
  const write = useCallback(
    (name: string, draft: string) =>
      setStored((now) => [...now.filter(([other]) => other !== name), [name, draft]]),
    [setStored],
  )
  return { drafts, stored, write, reset: forget }
}

/** The storage is anybody's: what is not of our form counts as nothing. */
function readStored(value: string | undefined): Stored {
  try {
    const parsed: unknown = JSON.parse(value ?? '[]')
    if (!Array.isArray(parsed)) return NONE
    return parsed.filter(
      (pair): pair is [string, string] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
    )
  } catch {
    return NONE
  }
}
