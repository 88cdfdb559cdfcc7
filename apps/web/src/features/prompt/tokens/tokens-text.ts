/** How many tokens messages have. */
export interface MessageTokens {
  /** Of each message, in order. */
  readonly each: readonly number[]
  readonly total: number
  /** Whether the model's own tokenizer counted; otherwise it is an estimate. */
  readonly exact: boolean
}

/** "about 1,204 of 4,000 tokens": what came out, against what the library allows. */
export function tokensText(
  { total, exact }: Pick<MessageTokens, 'total' | 'exact'>,
  limit: number | null,
): string {
  const count = `${exact ? '' : 'about '}${total.toLocaleString('en')}`
  const tokens = limit === null && total === 1 ? 'token' : 'tokens'
  return limit === null ? `${count} ${tokens}` : `${count} of ${limit.toLocaleString('en')} tokens`
}
