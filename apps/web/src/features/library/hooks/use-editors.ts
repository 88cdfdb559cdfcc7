import { useMemo } from 'react'
import type { Person } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'

/** Who is in the live document of each prompt now, by the prompt's id. */
export function useEditors(): ReadonlyMap<string, readonly Person[]> {
  const { presence } = useLibrary()
  return useMemo(() => new Map(presence.map(({ prompt, people }) => [prompt.id, people])), [presence])
}
