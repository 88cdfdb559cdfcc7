import { useSearchParams } from 'next/navigation'
import { MAIN } from '../branches/branch-address.ts'

/** The branch that the address names; main where it names none. */
export function useBranchName(): string {
  return useSearchParams().get('branch') || MAIN
}
