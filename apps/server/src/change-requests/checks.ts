import { diagnose } from '@incipit/document'
import { type Mergeability, type TextOf, textAfterMerge } from './mergeability.ts'

/** Something looked at before a merge. Quality gates will be more of them. */
export interface ChangeCheck {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'pending' | 'neutral'
  readonly description: string
}

/** What was looked at, and how it came out. */
export async function checksOf(mergeability: Mergeability, textOf: TextOf): Promise<ChangeCheck[]> {
  const { head } = mergeability.judged.situation
  const text = (await textAfterMerge(mergeability, textOf)) ?? (await textOf(head))
  return [syntaxCheck(text), conflictCheck(mergeability), approvalCheck(mergeability)]
}

function syntaxCheck(text: string): ChangeCheck {
  const errors = diagnose(text).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (!first) return { name: 'Syntax', state: 'passed', description: 'The document has no errors.' }
  const count = errors.length === 1 ? 'One error' : `${errors.length} errors`
  return {
    name: 'Syntax',
    state: 'failed',
    description: `${count}. Line ${first.from.line}: ${first.message}`,
  }
}

function conflictCheck({ judged, conflicts }: Mergeability): ChangeCheck {
  const { status } = judged.request
  const { source, target } = judged.situation
  const name = 'Conflicts'
  if (status !== 'open') return { name, state: 'neutral', description: `This change request is ${status}.` }
  if (conflicts === 0) {
    return { name, state: 'passed', description: `Nothing collides with ${target.name}.` }
  }
  const places = conflicts === 1 ? 'one place' : `${conflicts} places`
  return {
    name,
    state: 'failed',
    description: `${source.name} and ${target.name} changed the same in ${places}.`,
  }
}

function approvalCheck({ judged }: Mergeability): ChangeCheck {
  const { required, given, changesRequestedBy } = judged.approvals
  const name = 'Approvals'
  if (changesRequestedBy.length > 0) {
    return { name, state: 'failed', description: `${changesRequestedBy.join(', ')} asked for changes.` }
  }
  if (required === 0) return { name, state: 'neutral', description: 'No approval is needed.' }
  return {
    name,
    state: given >= required ? 'passed' : 'pending',
    description: `${given} of ${required} given for the newest commit.`,
  }
}
