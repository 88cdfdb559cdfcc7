import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configurationVariables, readConfig } from './config.ts'
import { StartError } from './platform/errors.ts'

describe('docs/configuration.md', () => {
  it('names exactly the variables there are', () => {
    const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')
    const documented = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    expect(documented).toEqual([...configurationVariables])
  })
})

describe('the configuration', () => {
  it('of nothing is the demo on a loopback address', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      database: { directory: resolve('.data') },
      demo: true,
    })
  })

  it('has no demo with a database server, nor on other addresses', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://me@db/incipit' }).demo).toBe(false)
    expect(readConfig({ HOST: '0.0.0.0' }).demo).toBe(false)
    expect(() => readConfig({ HOST: '0.0.0.0', INCIPIT_DEMO: '1' })).toThrow(StartError)
  })

  it('takes an empty variable as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', INCIPIT_DEMO: '' })).toEqual(readConfig({}))
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', 'three'],
    ['DATABASE_URL', 'mysql://root:hunter2@db/incipit'],
    ['REDIS_URL', 'localhost'],
    ['INCIPIT_DEMO', 'yes'],
    ['INCIPIT_LOG_LEVEL', 'loud'],
    ['INCIPIT_WEB', 'sometimes'],
  ])('refuses %s=%s in one sentence that names the variable and not its value', (name, value) => {
    const refused = () => readConfig({ [name]: value })
    expect(refused).toThrow(StartError)
    expect(refused).toThrow(
      new RegExp(`^The environment variable ${name} is not usable: it should be [^\\n]+\\.$`),
    )
    expect(refused).not.toThrow(value)
  })

  it('wants single sign-on whole or not at all', () => {
    expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.org' })).toThrow(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together',
    )
  })
})
