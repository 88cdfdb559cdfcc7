import type { SaveTracker } from './save-tracker.ts'

/** As much of a WebSocket as is needed to follow it. */
interface Socket {
  send(data: unknown): void
  addEventListener(type: 'open' | 'close', listener: () => void): void
}

type SocketClass<S extends Socket> = new (...args: never[]) => S

/**
 * A WebSocket class that tells `tracker` what goes out, to be given to the stock client as `WebSocketPolyfill`.
 * The confirmations come back by the client's message handler:
 * `provider.messageHandlers[MESSAGE.committed] = (_, decoder) => tracker.committed(readCommitted(decoder))`
 *
 * @param Base the platform's `WebSocket`, or that of the `ws` package
 */
export function trackedWebSocket<C extends SocketClass<Socket>>(Base: C, tracker: SaveTracker): C {
  const Parent = Base as unknown as new (...args: unknown[]) => Socket
  class TrackedWebSocket extends Parent {
    #connection: ReturnType<SaveTracker['opened']> | undefined

    constructor(...args: unknown[]) {
      super(...args)
      this.addEventListener('open', () => {
        this.#connection = tracker.opened()
      })
      this.addEventListener('close', () => this.#connection?.closed())
    }

    override send(data: unknown): void {
      if (data instanceof Uint8Array) this.#connection?.sent(data)
      super.send(data)
    }
  }
  return TrackedWebSocket as unknown as C
}
