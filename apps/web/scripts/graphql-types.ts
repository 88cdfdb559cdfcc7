/**
 * Writes what the web app knows of the API from the printed contract: the types of gql.tada and the members of each
 * interface. `--check` writes nothing and exits 1 when a file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import { buildSchema, type GraphQLSchema, introspectionFromSchema, isInterfaceType } from 'graphql'

const header = '// Written by scripts/graphql-types.ts from schema.graphql; do not edit.\n'
const at = (path: string) => new URL(path, import.meta.url)

const schema = buildSchema(readFileSync(at('../../../schema.graphql'), 'utf8'))
const outputs = [
  { path: '../src/graphql/graphql-env.d.ts', text: introspectionTypes(schema) },
  { path: '../src/graphql/possible-types.ts', text: possibleTypes(schema) },
]

const stale = outputs.filter(({ path, text }) => read(path) !== text)
if (process.argv.includes('--check')) {
  for (const { path } of stale)
    console.error(`Stale: apps/web/${path.slice(3)}. Run: pnpm --filter @incipit/web graphql`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const { path, text } of stale) writeFileSync(at(path), text)
  console.log(stale.length > 0 ? `Wrote ${stale.length} files` : 'Up to date')
}

function introspectionTypes(source: GraphQLSchema): string {
  const introspection = minifyIntrospection(introspectionFromSchema(source, { descriptions: false }))
  return outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true })
}

function possibleTypes(source: GraphQLSchema): string {
  const lines = Object.values(source.getTypeMap())
    .filter(isInterfaceType)
    .map((type) =>
      possibleTypesLine(
        type.name,
        source
          .getPossibleTypes(type)
          .map((member) => member.name)
          .sort(),
      ),
    )
    .sort()
  return `${header}
/** Which types implement each interface, so that the cache matches fragments exactly. */
export const possibleTypes = {
${lines.join('\n')}
}
`
}

/** One entry in the form the formatter would give it. */
function possibleTypesLine(name: string, members: string[]): string {
  const quoted = members.map((member) => `'${member}'`)
  const short = `  ${name}: [${quoted.join(', ')}],`
  return short.length <= 110
    ? short
    : `  ${name}: [\n${quoted.map((member) => `    ${member},\n`).join('')}  ],`
}

function read(path: string): string | undefined {
  try {
    return readFileSync(at(path), 'utf8')
  } catch {
    return undefined
  }
}
