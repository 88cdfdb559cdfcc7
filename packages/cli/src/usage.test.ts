import { describe, expect, it } from 'vitest'
import { ofPrompt, runWith } from './testing/run-with.ts'

const LIBRARY = ['--library', 'x']

describe('wrong usage', () => {
  it.each([
    [['log'], 'Name a prompt by its key'],
    [['log', 'a', 'b'], 'too many words'],
    [['log', 'a', '-n', '0'], 'a number of commits from 1'],
    [['log', 'a', '--all', '--branch', 'main'], 'not both'],
    [['diff', 'a', '--stat', '--patch'], 'not both'],
    [['tag', 'a', '--note', 'x'], 'A note needs the name'],
    [['branch', 'a', '--delete'], 'needs the name of a branch'],
    [['branch', 'a', 'b', '--delete', '--rename', 'c'], 'not both'],
    [['merge', 'a'], 'Name the branch to merge'],
    [['merge', 'a', 'b', '--change-type', 'foo'], 'There are: breaking'],
    [['rollback', 'a', '1.0.0'], 'Say why'],
    [['rollback', 'a'], 'Name the version'],
  ])('%j', async (args, message) => {
    expect(await runWith(args)).toMatchObject({ code: 2, err: expect.stringContaining(message), asked: [] })
  })

  it.each(['1.0.0', '', '..', '...'])('a comparison of %j', async (range) => {
    expect(await runWith(['diff', 'a', range, ...LIBRARY], ofPrompt({}))).toMatchObject({
      code: 2,
      err: expect.stringContaining('Say what to compare'),
    })
  })
})
