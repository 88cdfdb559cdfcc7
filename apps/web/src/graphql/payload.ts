type Union<Data> = Data extends Record<string, infer Field> ? NonNullable<Field> : never

/**
 * The member of a mutation's result that means success, or `null` when it failed (see `failureOf`):
 * `payloadOf(result, 'PromptCreatePayload')?.prompt`.
 */
export function payloadOf<Data extends object, Name extends string>(
  result: { data?: Data | null },
  typename: Name,
): Extract<Union<Data>, { __typename: Name }> | null {
  const payload = result.data ? Object.values(result.data)[0] : null
  return payload && Reflect.get(payload, '__typename') === typename ? payload : null
}
