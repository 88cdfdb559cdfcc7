import { expect, test } from 'vitest'
import { BranchQueue } from './branch-queue.ts'

test('does the work of one branch one after the other, and of several side by side', async () => {
  const queue = new BranchQueue()
  const log: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = queue.run('a', async () => {
    log.push('a1 begins')
    await gate.promise
    log.push('a1 ends')
  })
  const second = queue.run('a', async () => log.push('a2'))
  await queue.run('b', async () => log.push('b'))
  expect(log).toEqual(['a1 begins', 'b'])
  gate.resolve()
  await Promise.all([first, second])
  expect(log).toEqual(['a1 begins', 'b', 'a1 ends', 'a2'])
})

test('a failure is told to its caller alone, and keeps nobody waiting', async () => {
  const queue = new BranchQueue()
  const failing = queue.run('a', () => Promise.reject(new Error('no')))
  const next = queue.run('a', async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})
