import { expect, test } from 'vitest'
import { MESSAGE, SYNC } from './messages.ts'
import { createSaveTracker } from './save-tracker.ts'
import { trackedWebSocket } from './tracked-web-socket.ts'

const step2 = Uint8Array.of(MESSAGE.sync, SYNC.step2, 0)
const update = Uint8Array.of(MESSAGE.sync, SYNC.update, 0)
const committed = (frames: number) => ({ frames, seq: frames, epoch: 0 })

test('an open connection alone is not "saved": the server has not been asked what it lacks', () => {
  const tracker = createSaveTracker()
  const connection = tracker.opened()
  expect(tracker.state().status).toBe('saving')
  connection.sent(step2)
  expect(tracker.state().status).toBe('saving')
  tracker.committed(committed(1))
  expect(tracker.state()).toEqual({ status: 'saved', unsaved: 0 })
})

test('each edit counts until the frame that carries it is confirmed', () => {
  const tracker = createSaveTracker()
  const connection = tracker.opened()
  connection.sent(step2)
  tracker.committed(committed(1))
  tracker.edited()
  connection.sent(update)
  tracker.edited()
  connection.sent(update)
  expect(tracker.state()).toEqual({ status: 'saving', unsaved: 2 })
  tracker.committed(committed(2))
  expect(tracker.state()).toEqual({ status: 'saving', unsaved: 1 })
  tracker.committed(committed(3))
  expect(tracker.state()).toEqual({ status: 'saved', unsaved: 0 })
})

test('edits made offline are counted, and saved by the first confirmed frame of the next connection', () => {
  const tracker = createSaveTracker()
  const first = tracker.opened()
  first.sent(step2)
  tracker.committed(committed(1))
  tracker.edited()
  first.sent(update)
  first.closed()
  tracker.edited()
  expect(tracker.state()).toEqual({ status: 'offline', unsaved: 2 })
  tracker.committed(committed(2))
  expect(tracker.state().unsaved).toBe(2)
  const second = tracker.opened()
  first.closed()
  second.sent(step2)
  tracker.committed(committed(1))
  expect(tracker.state()).toEqual({ status: 'saved', unsaved: 0 })
})

test('listeners hear changes, not repetitions', () => {
  const tracker = createSaveTracker()
  const heard: string[] = []
  const end = tracker.subscribe((state) => heard.push(`${state.status} ${state.unsaved}`))
  tracker.edited()
  const connection = tracker.opened()
  connection.sent(Uint8Array.of(MESSAGE.awareness))
  connection.sent(step2)
  tracker.committed(committed(1))
  tracker.committed(committed(1))
  end()
  connection.closed()
  expect(heard).toEqual(['offline 1', 'saving 1', 'saved 0'])
})

test('a tracked socket tells what it sends', () => {
  class FakeSocket {
    readonly sent: unknown[] = []
    readonly #listeners = new Map<string, () => void>()
    send(data: unknown) {
      this.sent.push(data)
    }
    addEventListener(type: string, listener: () => void) {
      this.#listeners.set(type, listener)
    }
    happens(type: string) {
      this.#listeners.get(type)?.()
    }
  }
  const tracker = createSaveTracker()
  const Tracked = trackedWebSocket(FakeSocket, tracker)
  const socket = new Tracked()
  socket.happens('open')
  socket.send(step2)
  expect(socket.sent).toEqual([step2])
  tracker.committed(committed(1))
  expect(tracker.state().status).toBe('saved')
  socket.happens('close')
  expect(tracker.state().status).toBe('offline')
})
