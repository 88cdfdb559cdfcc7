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
    [['dashboard', 'x'], 'too many words'],
    [['dashboard', '--format', 'xml'], 'There is no format "xml"'],
    [['changelog', '--days', '366'], '--days takes a number from 1 to 365'],
    [['changelog', '-n', '0'], '-n takes a number'],
    [['create'], 'Give the prompt a name'],
    [['create', 'A'], 'Choose a category'],
    [['create', 'A', '--category', 'tasks'], 'Say by --description'],
    [
      ['create', 'A', '--category', 'tasks', '--description', 'x', '--content', 'x', '--template', 'y'],
      'not both',
    ],
    [['update', 'a', '--description', 'x'], 'Say by --change-type'],
    [['update', 'a', '--change-type', 'foo', '--description', 'x'], 'There are: breaking'],
    [['update', 'a', '--change-type', 'fix'], 'Say by --description'],
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
