import { useSyncExternalStore } from 'react'

const STEP = 30_000
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The time, renewed twice a minute by one timer for the whole page. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(subscribe, current, current))
}

function current(): number {
  return now
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, STEP)
  tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  if (Date.now() - now < STEP / 2) return
  now = Date.now()
  for (const listener of listeners) listener()
}
