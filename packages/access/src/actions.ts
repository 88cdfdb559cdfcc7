import type { Level } from './levels.ts'
import { LEVELS } from './levels.ts'
import type { Scope } from './scopes.ts'

/** Who may do an action, and what a key needs besides its level. */
export interface ActionRule {
  /** What the action is, as a phrase that fits after "may". */
  readonly description: string
  /** Levels that may do it. */
  readonly levels: readonly Level[]
  /** Scope an API key needs; `null`: people only, no key can do it. */
  readonly scope: Scope | null
}

const everyone = LEVELS
const writers = ['admin', 'developer'] as const
const releasers = ['admin', 'reviewer'] as const
const contributors = ['admin', 'developer', 'reviewer'] as const
const admins = ['admin'] as const

/** The one table of who may do what. Whatever is not in it is forbidden. */
export const ACTIONS = {
  'library.read': rule(everyone, 'read', 'see the library, its settings and its activity'),
  'library.update': rule(admins, null, 'change the library’s name, description, version scheme and settings'),

  'prompt.read': rule(everyone, 'read', 'see prompts, their live documents and their history'),
  'prompt.create': rule(writers, 'write', 'create a prompt'),
  'prompt.update': rule(writers, 'write', 'rename, describe and tag a prompt'),
  'prompt.edit': rule(writers, 'write', 'write in a live document'),
  'prompt.submit': rule(writers, 'write', 'send a prompt to review'),
  'prompt.return': rule(contributors, 'write', 'send a prompt back to draft or review'),
  'prompt.archive': rule(writers, 'write', 'archive a prompt'),
  'prompt.restore': rule(admins, 'write', 'bring an archived prompt back'),
  'prompt.delete': rule(admins, 'write', 'delete a prompt for good'),
  'prompt.import': rule(writers, 'import', 'bring prompts in from a file'),
  'tag.manage': rule(writers, 'write', 'rename, merge and delete tags'),
  'taxonomy.manage': rule(admins, null, 'set categories, subcategories and custom fields'),
  'shelf.keep': rule(everyone, null, 'keep favourites and saved searches of their own'),

  'commit.create': rule(writers, 'commit', 'commit a version'),
  'commit.rollback': rule(contributors, 'commit', 'bring an old version back as a new one'),
  'commit.tag': rule(contributors, 'commit', 'name a commit'),

  'branch.create': rule(writers, 'commit', 'open, rename, delete and restore a branch'),
  'branch.merge': rule(contributors, 'commit', 'merge a branch where the rules allow it'),
  'branch.protect': rule(admins, null, 'protect a branch'),

  'change.create': rule(writers, 'commit', 'open, edit, close and reopen a change request'),
  'change.comment': rule(contributors, 'review', 'comment on a change request'),
  'review.approve': rule(releasers, 'review', 'approve or refuse somebody else’s change'),
  'release.deploy': rule(releasers, 'release', 'release, advance and roll back a version'),

  'member.read': rule(everyone, 'read', 'see who belongs to the library'),
  'member.manage': rule(admins, null, 'change a member’s level and remove members'),
  'invitation.manage': rule(admins, null, 'invite people and withdraw invitations'),
  'key.manage': rule(admins, null, 'see, create and revoke API keys'),
  'audit.read': rule(admins, 'audit', 'read the audit log'),
} as const satisfies Record<string, ActionRule>

/** Everything somebody can be allowed or refused to do in a library; one of the keys of {@link ACTIONS}. */
export type Action = keyof typeof ACTIONS

/** Whether a text from outside names an action. */
export function isAction(text: string): text is Action {
  return Object.hasOwn(ACTIONS, text)
}

function rule(levels: readonly Level[], scope: Scope | null, description: string): ActionRule {
  return { description, levels, scope }
}
