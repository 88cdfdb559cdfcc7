import {
  IconAlertTriangle,
  IconAlignLeft,
  IconArchive,
  IconArrowBackUp,
  IconArrowsMove,
  IconBan,
  IconBook,
  IconBug,
  IconCalendar,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleMinus,
  IconCircleX,
  IconClockX,
  IconEqual,
  IconEye,
  IconFlame,
  IconFlask,
  IconGauge,
  IconGitBranch,
  IconGitCommit,
  IconGitMerge,
  IconGitPullRequest,
  IconGitPullRequestClosed,
  IconHammer,
  IconHash,
  IconHourglass,
  IconLink,
  IconList,
  IconLoader2,
  IconMessage,
  IconMinus,
  IconPencil,
  IconPlus,
  type IconProps,
  IconRocket,
  IconShieldCheck,
  IconShieldLock,
  IconTag,
  IconToggleLeft,
  IconUpload,
  IconWand,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

/** Colour role of a state; never the only sign. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad'

/** The one look of a state: icon, word, colour, and what it means. */
export interface StateLook {
  word: string
  icon: ComponentType<IconProps>
  tone: Tone
  meaning: string
}

const look = (word: string, icon: ComponentType<IconProps>, tone: Tone, meaning: string): StateLook => ({
  word,
  icon,
  tone,
  meaning,
})

/** Every state the product shows, by kind and value of the API. The only table of its sort. */
export const STATES = {
  status: {
    DRAFT: look('Draft', IconCircleDashed, 'neutral', 'Being written; not in use'),
    REVIEW: look('In review', IconEye, 'warn', 'Waiting for approval'),
    APPROVED: look('Approved', IconCircleCheck, 'ok', 'Approved and ready to deploy'),
    DEPLOYED: look('Deployed', IconRocket, 'ok', 'Served in production'),
    DEPRECATED: look('Deprecated', IconClockX, 'warn', 'To be replaced; do not use anew'),
    ARCHIVED: look('Archived', IconArchive, 'neutral', 'Out of use; an admin can restore it'),
  },
  changeType: {
    BREAKING: look('Breaking', IconAlertTriangle, 'bad', 'Callers must change'),
    FEATURE: look('Feature', IconPlus, 'info', 'Something new; callers keep working'),
    FIX: look('Fix', IconBug, 'ok', 'Something wrong put right'),
    DOCS: look('Docs', IconBook, 'neutral', 'Only comments or description; takes no new version'),
    REFACTOR: look('Refactor', IconHammer, 'neutral', 'Said differently, meaning the same'),
    PERFORMANCE: look('Performance', IconGauge, 'info', 'Faster, cheaper or better'),
    DEPRECATION: look('Deprecation', IconClockX, 'warn', 'Announces a replacement'),
    SECURITY: look('Security', IconShieldLock, 'bad', 'Closes a weakness'),
    ROLLBACK: look('Rollback', IconArrowBackUp, 'warn', 'Earlier content, again'),
    HOTFIX: look('Hotfix', IconFlame, 'warn', 'Urgent repair of what is in use'),
  },
  branchType: {
    MAIN: look('Main', IconGitCommit, 'neutral', 'Where version numbers are given'),
    STAGING: look('Staging', IconHourglass, 'neutral', 'Collects what goes to main next'),
    FEATURE: look('Feature', IconGitBranch, 'info', 'Something new in the making'),
    HOTFIX: look('Hotfix', IconFlame, 'warn', 'Urgent repair'),
    RELEASE: look('Release', IconTag, 'ok', 'Being prepared for release'),
    EXPERIMENT: look('Experiment', IconFlask, 'info', 'A variant on trial'),
  },
  level: {
    ADMIN: look('Admin', IconShieldCheck, 'neutral', 'May do everything, also manage members and settings'),
    DEVELOPER: look('Developer', IconPencil, 'neutral', 'May write and commit prompts'),
    REVIEWER: look('Reviewer', IconCircleCheck, 'neutral', 'May approve changes and deploy, not write'),
    VIEWER: look('Viewer', IconEye, 'neutral', 'May read everything and change nothing'),
  },
  importState: {
    UPLOADING: look('Uploading', IconUpload, 'info', 'The file is on its way'),
    RUNNING: look('Running', IconLoader2, 'info', 'Rows are being brought in'),
    DONE: look('Done', IconCircleCheck, 'ok', 'All rows were looked at'),
    FAILED: look('Failed', IconCircleX, 'bad', 'It stopped before the end'),
    CANCELLED: look('Cancelled', IconCircleX, 'neutral', 'Somebody stopped it'),
  },
  changeStatus: {
    OPEN: look('Open', IconGitPullRequest, 'ok', 'Under review; nothing is merged yet'),
    MERGED: look('Merged', IconGitMerge, 'info', 'Its commits are in the target'),
    CLOSED: look('Closed', IconGitPullRequestClosed, 'neutral', 'Ended without a merge; can be reopened'),
  },
  mergeState: {
    READY: look('Ready to merge', IconCircleCheck, 'ok', 'Nothing stands in the way'),
    CONFLICTS: look('Conflicts', IconAlertTriangle, 'bad', 'Both sides changed the same places'),
    BLOCKED: look('Not yet', IconCircleMinus, 'warn', 'Something has to happen first'),
    UP_TO_DATE: look('Nothing to merge', IconEqual, 'neutral', 'The target has every commit already'),
    ENDED: look('Ended', IconBan, 'neutral', 'Merged or closed'),
  },
  verdict: {
    APPROVE: look('Approved', IconCircleCheck, 'ok', 'This content may be merged'),
    REQUEST_CHANGES: look(
      'Changes requested',
      IconCircleX,
      'bad',
      'Something has to change before the merge',
    ),
    COMMENT: look('Commented', IconMessage, 'neutral', 'Said something without judging'),
  },
  check: {
    PASSED: look('Passed', IconCircleCheck, 'ok', 'Nothing was found'),
    FAILED: look('Failed', IconCircleX, 'bad', 'Something was found'),
    PENDING: look('Pending', IconCircleDot, 'warn', 'Not decided yet'),
    NEUTRAL: look('Not needed', IconCircleMinus, 'neutral', 'Says nothing for or against'),
  },
  structureKind: {
    ADDED: look('Added', IconPlus, 'ok', 'Was not there before'),
    REMOVED: look('Removed', IconMinus, 'bad', 'Is no longer there'),
    CHANGED: look('Changed', IconPencil, 'info', 'Says something else'),
    MOVED: look('Moved', IconArrowsMove, 'neutral', 'Stands in another place'),
  },
  conflictChoice: {
    OURS: look('Took mine', IconCircleCheck, 'ok', 'The text that stood here stays'),
    THEIRS: look('Took theirs', IconCircleCheck, 'ok', 'The other side’s text stands here'),
    BOTH: look('Took both', IconCircleCheck, 'ok', 'Mine, then theirs'),
    WRITTEN: look('Kept as written', IconCircleCheck, 'ok', 'Resolved by hand'),
  },
  tagCategory: {
    DOMAIN: look('Domain', IconTag, 'neutral', 'The field of work'),
    ACTION: look('Action', IconWand, 'neutral', 'What the prompt does'),
    MODEL: look('Model', IconFlask, 'neutral', 'The model it is written for'),
    GENERAL: look('General', IconTag, 'neutral', 'Anything else'),
  },
  fieldKind: {
    TEXT: look('Text', IconAlignLeft, 'neutral', 'A text of several lines'),
    NUMBER: look('Number', IconHash, 'neutral', 'A number such as 12 or 0.5'),
    BOOLEAN: look('Yes or no', IconToggleLeft, 'neutral', 'A switch'),
    DATE: look('Date', IconCalendar, 'neutral', 'A day'),
    SELECT: look('Choice', IconList, 'neutral', 'One of its options'),
    URL: look('Link', IconLink, 'neutral', 'A web address'),
  },
} as const satisfies Record<string, Record<string, StateLook>>

export type StateKind = keyof typeof STATES
export type StateValue<Kind extends StateKind> = keyof (typeof STATES)[Kind] & string

/** The look of one state. */
export function stateLook<Kind extends StateKind>(kind: Kind, value: StateValue<Kind>): StateLook {
  return STATES[kind][value] as StateLook
}
