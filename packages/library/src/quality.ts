/** What is known of a prompt when its quality is judged. */
export interface QualityFacts {
  readonly description: string
  readonly owner: string
  readonly tagCount: number
  /** Whether a version of it was committed. */
  readonly isCommitted: boolean
  readonly isStale: boolean
  /** Problems of the text on main. */
  readonly errorCount: number
  readonly warningCount: number
  /** Inputs the text on main declares, and how many of them are described, or have an example or default. */
  readonly inputCount: number
  readonly describedInputCount: number
  readonly exampledInputCount: number
  /** Tokens of the text on main; `null` while nobody counted them. */
  readonly tokenCount: number | null
  readonly tokenLimit: number
}

/** One thing a good prompt has. */
export interface QualityCheck {
  /** Names the check for programs. */
  readonly name: QualityCheckName
  readonly ok: boolean
  /** What is so, and where it is not good, what to do. */
  readonly message: string
}

/** What is looked at, in the order of {@link qualityOf}. */
export const QUALITY_CHECKS = [
  'described',
  'no-errors',
  'no-warnings',
  'inputs-described',
  'inputs-exampled',
  'within-token-limit',
  'owned',
  'tagged',
  'committed',
  'fresh',
] as const

/** One of {@link QUALITY_CHECKS}. */
export type QualityCheckName = (typeof QUALITY_CHECKS)[number]

/** Checks of a prompt, and the share of them that hold: 0 to 1. */
export interface Quality {
  readonly checks: readonly QualityCheck[]
  readonly score: number
}

/** Judges how well a prompt is kept. Tokens nobody counted do not count against it. */
export function qualityOf(facts: QualityFacts): Quality {
  const checks = QUALITY_CHECKS.map((name): QualityCheck => {
    const [ok, good, bad] = RULES[name](facts)
    return { name, ok, message: ok ? good : bad }
  })
  return { checks, score: checks.filter(({ ok }) => ok).length / checks.length }
}

type Rule = (facts: QualityFacts) => readonly [ok: boolean, good: string, bad: string]

const RULES: Readonly<Record<QualityCheckName, Rule>> = {
  described: ({ description }) => [
    description.trim() !== '',
    'It has a description.',
    'It has no description. Say in a sentence what it does.',
  ],
  'no-errors': ({ errorCount }) => [
    errorCount === 0,
    'Its text has no errors.',
    `Its text has ${counted(errorCount, 'error')}. Mend what the editor marks.`,
  ],
  'no-warnings': ({ warningCount }) => [
    warningCount === 0,
    'Its text has no warnings.',
    `Its text has ${counted(warningCount, 'warning')}. Look at what the editor marks.`,
  ],
  'inputs-described': ({ inputCount, describedInputCount }) => [
    describedInputCount >= inputCount,
    inputCount === 0 ? 'It declares no inputs.' : 'Every input is described.',
    `${counted(inputCount - describedInputCount, 'input')} without a description. Describe what belongs there.`,
  ],
  'inputs-exampled': ({ inputCount, exampledInputCount }) => [
    exampledInputCount >= inputCount,
    inputCount === 0 ? 'It declares no inputs.' : 'Every input has an example or a default.',
    `${counted(inputCount - exampledInputCount, 'input')} without an example or default. Give one, so that it can be tried.`,
  ],
  'within-token-limit': ({ tokenCount, tokenLimit }) => [
    tokenCount === null || tokenCount <= tokenLimit,
    tokenCount === null ? 'Nobody counted its tokens yet.' : `It keeps to ${whole(tokenLimit)} tokens.`,
    `It has ${whole(tokenCount ?? 0)} tokens; the library allows ${whole(tokenLimit)}. Shorten it, or split it.`,
  ],
  owned: ({ owner }) => [owner.trim() !== '', 'It has an owner.', 'Nobody owns it. Say who answers for it.'],
  tagged: ({ tagCount }) => [tagCount > 0, 'It has tags.', 'It has no tags. Add one, so that it is found.'],
  committed: ({ isCommitted }) => [
    isCommitted,
    'It has a committed version.',
    'It has no version yet. Commit its text.',
  ],
  fresh: ({ isStale }) => [
    !isStale,
    'It changed not long ago.',
    'It has not changed for long. See whether it still holds.',
  ],
}

const whole = (count: number): string => count.toLocaleString('en')

function counted(count: number, what: string): string {
  return `${whole(count)} ${what}${count === 1 ? '' : 's'}`
}
