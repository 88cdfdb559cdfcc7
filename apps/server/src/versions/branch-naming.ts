import { checkBranchName } from '@incipit/version-control'
import type { ChangeNote } from '../audit/index.ts'
import { isUniqueViolation } from '../platform/database.ts'
import { ConflictError, ValidationError } from '../platform/errors.ts'
import type { BranchRow } from './store.ts'

/** A branch's name, trimmed. @throws ValidationError saying what would be right */
export function checkedName(name: string): string {
  const trimmed = name.trim()
  const problem = checkBranchName(trimmed)
  if (problem) throw ValidationError.of('name', problem)
  return trimmed
}

/** @throws ConflictError for main and protected branches */
export function assertOwnName(branch: BranchRow, deed: 'renamed' | 'deleted'): void {
  if (branch.type === 'main')
    throw new ConflictError(`${branch.name} cannot be ${deed}: every prompt has it.`)
  if (!branch.protected) return
  throw new ConflictError(
    `${branch.name} is protected and cannot be ${deed}. Ask an admin to lift the protection first.`,
  )
}

/** Does the work; a name that is taken is a ConflictError. */
export async function refusingTaken<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new ConflictError(
      `There is a branch called ${name} already. Choose another name, or rename that one.`,
    )
  }
}

/** How the audit log tells of a change of a branch. */
export function branchNote(
  action: string,
  branch: BranchRow,
  details: Readonly<Record<string, string | boolean | null>>,
): ChangeNote {
  return {
    action,
    subject: { type: 'branch', id: branch.id, label: branch.name },
    details: { branch: branch.name, branchId: branch.id, ...details },
    promptId: branch.promptId,
  }
}
