import { InCode, stateLook } from '../../../ui/index.ts'
import classes from './commit-panel.module.css'
import type { ChangeType, Proposal } from './commit-query.ts'

/** Why this change type is proposed, and that another was chosen where it was. */
export function ProposalReasons({ proposal, chosen }: { proposal: Proposal; chosen: ChangeType }) {
  const breaking = new Set(
    proposal.contractChanges.filter((change) => change.breaking).map((change) => change.description),
  )
  const proposed = stateLook('changeType', proposal.changeType).word
  return (
    <ul className={classes.reasons}>
      <li>
        {chosen === proposal.changeType
          ? `Proposed: ${proposed}, because`
          : `Proposed was ${proposed}, because`}
      </li>
      {proposal.reasons.map((reason) => (
        <li key={reason} data-breaking={breaking.has(reason) || undefined}>
          · <InCode text={reason} />
        </li>
      ))}
    </ul>
  )
}
