import { CHANGE_TYPES, type ChangeType, type VersionEffect } from './change-type.ts'

const EFFECTS: readonly VersionEffect[] = ['major', 'minor', 'patch', 'none']

/** The change types by their effect on the version, the strongest first; among equals in the order of {@link CHANGE_TYPES}. */
const BY_STRENGTH = EFFECTS.flatMap((effect) => CHANGE_TYPES.filter((rule) => rule.effect === effect))

/** Which of some change types speaks for all of them: the one that moves the version the most. `null` when there are none. */
export function strongestChangeType(types: readonly ChangeType[]): ChangeType | null {
  return BY_STRENGTH.find(({ type }) => types.includes(type))?.type ?? null
}
