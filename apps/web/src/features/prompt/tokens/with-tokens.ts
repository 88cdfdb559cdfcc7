import type { DiagnoseContext, TokenCount } from '@incipit/document'

/**
 * What is known around a text, with its tokens: they are counted elsewhere and come a moment later than the text.
 *
 * @param limit tokens that the library allows; `null` while that is not known
 */
export function withTokens(
  known: DiagnoseContext,
  limit: number | null,
  tokens: TokenCount | null,
): DiagnoseContext {
  return limit === null || tokens === null
    ? known
    : { ...known, tokenLimit: limit, countTokens: () => tokens }
}
