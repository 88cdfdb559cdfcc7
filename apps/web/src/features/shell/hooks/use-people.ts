import { useMemo } from 'react'
import type { Person } from '../../../ui/index.ts'
import { useMaybeLibrary, useViewer } from '../session-context.tsx'

/** Who else is here: everybody in a live document of the library. */
export function usePeople(): readonly Person[] {
  const presence = useMaybeLibrary()?.presence
  const me = useViewer().id
  return useMemo(() => {
    const people = (presence ?? [])
      .flatMap((place) => place.people)
      .filter((person) => person.user?.id !== me)
    return [...new Map(people.map((person) => [person.id, person])).values()]
  }, [presence, me])
}
