import { readFileSync } from 'node:fs'
import { isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { printedSchema, schema } from './schema.ts'

describe('the contract', () => {
  it('is the one in schema.graphql; when it is meant to change, run: node apps/server/src/print-schema.ts', () => {
    expect(readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8')).toBe(printedSchema())
  })

  it('describes every type and field', () => {
    const silent: string[] = []
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || ['ID', 'Int', 'Float', 'String', 'Boolean'].includes(type.name))
        continue
      if (!type.description) silent.push(type.name)
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
        for (const field of Object.values(type.getFields()))
          if (!field.description) silent.push(`${type.name}.${field.name}`)
      }
    }
    expect(silent).toEqual([])
  })

  it('names mutations by object and verb, each with one input', () => {
    for (const field of Object.values(schema.getMutationType()!.getFields())) {
      expect(field.args.map((arg) => arg.name)).toEqual(['input'])
      expect(field.args[0]!.type.toString()).toBe(
        `${field.name[0]!.toUpperCase()}${field.name.slice(1)}Input!`,
      )
    }
  })

  it('has connections whose edges and nodes are never null', () => {
    const connections = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.name.endsWith('Connection'),
    )
    expect(connections.length).toBeGreaterThan(6)
    for (const type of connections) {
      if (!isObjectType(type)) continue
      const name = type.name.replace(/Connection$/, '')
      expect(type.getFields().edges!.type.toString()).toBe(`[${name}Edge!]!`)
      expect((schema.getType(`${name}Edge`) as typeof type).getFields().node!.type.toString()).toBe(
        // A list of found prompts says more of each in its edges, not another thing in its nodes.
        `${name.replace(/^Found/, '')}!`,
      )
    }
  })
})
