import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { configFileOf, readLogin, writeLogin } from './config-file.ts'
import { Failure, UsageError } from './failure.ts'
import { findLogin } from './find-login.ts'

let directory: string
let configFile: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'incipit-cli-'))
  configFile = configFileOf({ XDG_CONFIG_HOME: directory })
})
afterEach(() => rmSync(directory, { recursive: true }))

describe('a login', () => {
  it('is stored for its owner only, and found again', () => {
    const login = { url: 'https://prompts.example.org', apiKey: 'ick_1' }
    writeLogin(configFile, login)
    expect(statSync(configFile).mode & 0o777).toBe(0o600)
    expect(readLogin(configFile)).toEqual(login)
    expect(findLogin({ env: {}, configFile })).toEqual(login)
    writeLogin(configFile, { ...login, apiKey: 'ick_2' })
    expect(findLogin({ env: {}, configFile }).apiKey).toBe('ick_2')
  })

  it('comes from the environment first', () => {
    writeLogin(configFile, { url: 'https://prompts.example.org', apiKey: 'ick_1' })
    const env = { INCIPIT_URL: 'http://localhost:4000/', INCIPIT_API_KEY: 'ick_env' }
    expect(findLogin({ env, configFile })).toEqual({ url: 'http://localhost:4000', apiKey: 'ick_env' })
    expect(findLogin({ env: { INCIPIT_API_KEY: 'ick_env' }, configFile })).toEqual({
      url: 'https://prompts.example.org',
      apiKey: 'ick_env',
    })
  })

  it('never sends a stored key to another server', () => {
    writeLogin(configFile, { url: 'https://prompts.example.org', apiKey: 'ick_1' })
    expect(() => findLogin({ env: { INCIPIT_URL: 'https://elsewhere.example.org' }, configFile })).toThrow(
      Failure,
    )
    expect(() => findLogin({ env: {}, configFile }, 'https://elsewhere.example.org')).toThrow(
      /There is no API key/,
    )
    expect(findLogin({ env: {}, configFile }, 'https://prompts.example.org/').apiKey).toBe('ick_1')
  })

  it('is missed, or found damaged, with a word on what to do', () => {
    expect(() => findLogin({ env: {}, configFile })).toThrow(/incipit login/)
    writeLogin(configFile, { url: 'https://prompts.example.org', apiKey: 'ick_1' })
    writeFileSync(configFile, '{')
    expect(() => findLogin({ env: {}, configFile })).toThrow(/damaged/)
    expect(() => findLogin({ env: { INCIPIT_URL: 'ftp://x', INCIPIT_API_KEY: 'k' }, configFile })).toThrow(
      UsageError,
    )
  })
})
