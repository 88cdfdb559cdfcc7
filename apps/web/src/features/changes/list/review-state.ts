import type { StateValue } from '../../../ui/index.ts'
import type { ChangeRow } from './changes-query.ts'

type Approvals = ChangeRow['approvals']

/** How a change request stands with its reviewers, in a few words; `null` where nobody has to say anything. */
export function reviewState({ required, given, changesRequested }: Approvals): {
  look: StateValue<'verdict'> | 'WAITING'
  text: string
} | null {
  if (changesRequested) return { look: 'REQUEST_CHANGES', text: 'Changes requested' }
  if (given > 0 && given >= required)
    return { look: 'APPROVE', text: required > 1 ? `${given} approvals` : 'Approved' }
  if (required > 0) return { look: 'WAITING', text: `${given} of ${required} approved` }
  return null
}

/** What the checks come to: the worst of them, and each in a line for those who look closer. */
export function checksState(
  checks: ChangeRow['checks'],
): { state: StateValue<'check'>; text: string } | null {
  const worst = (['FAILED', 'PENDING', 'PASSED'] as const).find((state) =>
    checks.some((check) => check.state === state),
  )
  if (!worst) return null
  return { state: worst, text: checks.map(({ name, description }) => `${name}: ${description}`).join('\n') }
}
