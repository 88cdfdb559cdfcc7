import { type DiagnoseContext, includesOf } from '@incipit/document'
import { useMemo } from 'react'
import { diagnoseContext } from './diagnose-context.ts'
import { referenceOf } from './preview-view.ts'
import { type IncludedTexts, useIncludedTexts } from './use-included-texts.ts'

/** What a text includes, as the preview needs it, and what that says for its diagnostics. */
export function useIncluded(
  key: string,
  text: string | null,
): { included: IncludedTexts; known: DiagnoseContext } {
  const references = useMemo(
    () => (text === null ? [] : includesOf(text).map((include) => referenceOf(include.key, include.version))),
    [text],
  )
  const included = useIncludedTexts(references)
  const known = useMemo(() => diagnoseContext(key, included.texts), [key, included.texts])
  return { included, known }
}
