/**
 * Which branches a change request from a branch of a type may name as target, by type. The first is where the type belongs;
 * a type without targets is not merged by change request.
 */
export const CHANGE_TARGETS = {
  main: [],
  staging: ['main'],
  feature: ['staging', 'main', 'release'],
  hotfix: ['main'],
  release: ['main'],
  experiment: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Whether a change request may go from a branch of one type to a branch of another. Takes any texts. */
export function mayTarget(sourceType: string, targetType: string): boolean {
  return targetTypes(sourceType).includes(targetType)
}

/** The types a change request from a branch of this type may name; none for a text that is no type. */
export function targetTypes(sourceType: string): readonly string[] {
  return Object.hasOwn(CHANGE_TARGETS, sourceType)
    ? CHANGE_TARGETS[sourceType as keyof typeof CHANGE_TARGETS]
    : []
}
