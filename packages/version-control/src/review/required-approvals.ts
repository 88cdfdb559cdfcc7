import { type ChangeType, changeTypeOf } from '../change-type.ts'

/** What {@link requiredApprovals} looks at. */
export interface RequiredApprovalsSpec {
  /** What the library asks for where approval is required: 1 or more. */
  readonly setting: number
  readonly target: {
    readonly name: string
    readonly isMain: boolean
    /** Whether branches of its type take merges with approval only. */
    readonly approvalRequired: boolean
    readonly protected: boolean
  }
  readonly category: { readonly name: string; readonly reviewRequired: boolean }
  /** Change types of the commits that would be merged. */
  readonly changeTypes: readonly ChangeType[]
}

/** How many approvals a merge needs, and why: sentences for people; none when it needs none. */
export interface RequiredApprovals {
  readonly required: number
  readonly reasons: readonly string[]
}

/**
 * How many approvals a merge needs.
 *
 * @throws RangeError when the setting is no whole number from 1 up
 */
export function requiredApprovals({
  setting,
  target,
  category,
  changeTypes,
}: RequiredApprovalsSpec): RequiredApprovals {
  if (!Number.isSafeInteger(setting) || setting < 1) {
    throw new RangeError(`A library asks for 1 approval or more, not ${setting}`)
  }
  const reasons: string[] = []
  if (target.approvalRequired) reasons.push(`Merging into ${target.name} needs approval.`)
  if (target.protected) reasons.push(`${target.name} is protected.`)
  if (target.isMain) {
    if (category.reviewRequired) reasons.push(`Prompts of the category ${category.name} need a review.`)
    const reviewed = [...new Set(changeTypes)].filter((type) => changeTypeOf(type)?.reviewRequired)
    if (reviewed.length > 0) reasons.push(`Changes of the type ${reviewed.join(', ')} need a review.`)
  }
  return { required: reasons.length > 0 ? setting : 0, reasons }
}
