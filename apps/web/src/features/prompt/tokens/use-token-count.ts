import type { TokenCount } from '@incipit/document'
import { useEffect, useRef, useState } from 'react'
import { latestOnly } from '../../../lib/latest-only.ts'

/** A megabyte of text takes about a second, and the first count loads a table. */
const PATIENCE_MS = 30_000

/** Tokens of a text's body, counted beside the page; of the text before while the newest is counted, `null` before the first. */
export function useTokenCount(text: string | null): TokenCount | null {
  const [count, setCount] = useState<TokenCount | null>(null)
  const line = useRef<{ ask(text: string): void } | null>(null)
  useEffect(() => {
    const opened = openLine(setCount)
    line.current = opened
    return () => {
      line.current = null
      opened.close()
    }
  }, [])
  useEffect(() => {
    if (text !== null) line.current?.ask(text)
  }, [text])
  return count
}

function openLine(tell: (count: TokenCount | null) => void) {
  let worker: Worker | null = null
  return latestOnly<string, TokenCount | null>({
    workshop: {
      begin: (text, done, fail) => {
        worker ??= new Worker(new URL('./token-worker.ts', import.meta.url), { type: 'module' })
        worker.onmessage = ({ data }: MessageEvent<TokenCount | null>) => done(data)
        // Its script could not be loaded, as without a connection: the next text begins with another.
        worker.onerror = fail
        worker.postMessage(text)
      },
      abandon: () => {
        worker?.terminate()
        worker = null
      },
    },
    onResult: tell,
    onLost: () => tell(null),
    patienceMs: PATIENCE_MS,
  })
}
