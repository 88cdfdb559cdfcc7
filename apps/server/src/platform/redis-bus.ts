import { Redis } from 'ioredis'
import { type Bus, createMemoryBus } from './bus.ts'
import { StartError } from './errors.ts'

const CHANNEL = 'incipit:events'

/** A bus over Redis publish/subscribe: every process hears every event, its own included. */
export async function connectRedisBus(url: string, onError: (error: unknown) => void): Promise<Bus> {
  const local = createMemoryBus(onError)
  const publisher = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null })
  const subscriber = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null })
  publisher.on('error', onError)
  subscriber.on('error', onError)
  try {
    await Promise.all([publisher.connect(), subscriber.connect()])
  } catch {
    publisher.disconnect()
    subscriber.disconnect()
    throw new StartError(
      'Cannot reach Redis at REDIS_URL. Start it, correct the address, or unset REDIS_URL.',
    )
  }
  subscriber.on('message', (_channel: string, message: string) => {
    const event = JSON.parse(message) as { topic: string; payload: unknown }
    local.publish(event.topic, event.payload)
  })
  await subscriber.subscribe(CHANNEL)
  return {
    publish(topic, payload) {
      publisher.publish(CHANNEL, JSON.stringify({ topic, payload })).catch(onError)
    },
    subscribe: local.subscribe,
    async close() {
      await local.close()
      publisher.disconnect()
      subscriber.disconnect()
    },
  }
}
