import { ACTIONS, type Action, type ActionRule, isAction } from './actions.ts'
import type { Level } from './levels.ts'
import type { Scope } from './scopes.ts'

/** Somebody asking: a member in a session, or an API key. */
export interface AccessSubject {
  readonly level: Level
  /**
   * The scopes of an API key. Absent or `null` means a person's session, which scopes do not limit;
   * a key without scopes carries an empty list and may do nothing.
   */
  readonly scopes?: readonly Scope[] | null
}

/**
 * Whether the subject may do the action in its library. An action or level that is not in the table is refused.
 *
 * That nobody approves their own change (four-eyes) and what a prompt's status allows are questions about one prompt and are not answered here.
 */
export function can(subject: AccessSubject, action: Action): boolean {
  if (!isAction(action)) return false
  const rule: ActionRule = ACTIONS[action]
  if (!rule.levels.includes(subject.level)) return false
  if (subject.scopes === undefined || subject.scopes === null) return true
  return rule.scope !== null && subject.scopes.includes(rule.scope)
}

/** All actions the subject may do, in the order of the table. */
export function actionsOf(subject: AccessSubject): Action[] {
  return (Object.keys(ACTIONS) as Action[]).filter((action) => can(subject, action))
}
