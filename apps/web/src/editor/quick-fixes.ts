import {
  type DiagnoseContext,
  type Diagnostic,
  declareInputsFix,
  diagnose,
  type Fix,
} from '@incipit/document'

/** A fix that somebody chose, in a text that may have changed since. */
export interface WishedFix {
  /** The problem it is for; `null` where it puts no problem right. */
  readonly code: Diagnostic['code'] | null
  readonly title: string
  /** Where the problem stood. */
  readonly offset: number
}

/** A fix offered at a place. */
export interface OfferedFix extends WishedFix {
  readonly problem: Diagnostic | null
}

/** What can be put right between two offsets, and, on a tag, the declaration of the inputs. */
export function fixesBetween(
  text: string,
  from: number,
  to: number,
  onTag: boolean,
  known?: DiagnoseContext,
): OfferedFix[] {
  const fixes = diagnose(text, known).flatMap((problem): OfferedFix[] => {
    const touches = problem.from.offset <= to && problem.to.offset >= from
    if (!problem.fix || !touches) return []
    return [{ problem, code: problem.code, title: problem.fix.title, offset: problem.from.offset }]
  })
  const declare = onTag ? declareInputsFix(text) : null
  return declare ? [...fixes, { problem: null, code: null, title: declare.title, offset: from }] : fixes
}

/** The wished fix in the text as it is now; `null` where the problem is gone. */
export function fixNow(
  text: string,
  { code, title, offset }: WishedFix,
  known?: DiagnoseContext,
): Fix | null {
  if (code === null) return declareInputsFix(text)
  const same = diagnose(text, known).filter(
    (problem) => problem.code === code && problem.fix?.title === title,
  )
  const distance = (problem: Diagnostic): number => Math.abs(problem.from.offset - offset)
  return same.sort((a, b) => distance(a) - distance(b))[0]?.fix ?? null
}
