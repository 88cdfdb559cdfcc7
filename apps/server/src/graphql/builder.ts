import SchemaBuilder, { type ObjectRef } from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import { GraphQLError, Kind, type ValueNode } from 'graphql'
import type { Context } from './context.ts'

/** The one schema builder. Features add their types to it in their `schema.ts`. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    JSON: { Input: unknown; Output: unknown }
  }
}>({
  plugins: [ErrorsPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
})

/** A type over rows of a shape. */
export type Ref<Shape> = ObjectRef<typeof builder.$inferSchemaTypes, Shape>

builder.queryType({ description: 'What can be asked' })
builder.mutationType({ description: 'What can be changed. At most four in one request.' })
builder.subscriptionType({
  description: 'What can be watched, over the graphql-ws protocol on the same path',
})

function instant(text: unknown): Date {
  const date = typeof text === 'string' && /^\d{4}-\d\d-\d\dT/.test(text) ? new Date(text) : null
  if (date && !Number.isNaN(date.getTime())) return date
  throw new GraphQLError('A DateTime looks like 2026-01-31T09:30:00.000Z (RFC 3339).', {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

builder.scalarType('DateTime', {
  description: 'An instant in UTC, RFC 3339 with milliseconds, such as 2026-01-31T09:30:00.000Z',
  serialize: (value) => value.toISOString(),
  parseValue: instant,
})

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.OBJECT)
    return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value)]))
  if (node.kind === Kind.LIST) return node.values.map(literal)
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value)
  if (node.kind === Kind.STRING || node.kind === Kind.BOOLEAN) return node.value
  return null
}

builder.scalarType('JSON', {
  description: 'Any JSON value',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: literal,
})

/** A GraphQL enum over lower-case domain words: `draft` appears as `DRAFT`, `up-to-date` as `UP_TO_DATE`. */
export function enumOf<const V extends string>(
  name: string,
  values: readonly V[],
  description: string,
  words: Partial<Record<V, string>> = {},
) {
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(
      values.map((value) => [
        value.toUpperCase().replaceAll('-', '_'),
        { value, description: words[value] ?? value },
      ]),
    ) as { [key: string]: { value: V; description: string } },
  })
}
