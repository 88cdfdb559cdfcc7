import { useEffect, useRef, useState } from 'react'
import { latestOnly } from '../../../lib/latest-only.ts'
import type { MessageTokens } from '../tokens/tokens-text.ts'
import type { Preview, PreviewRequest } from './preview-view.ts'
import type { PreviewAnswer } from './preview-worker.ts'

/** Far more than the limits of rendering let it take. */
const PATIENCE_MS = 5_000

export interface PreviewState {
  /** `null` before the first. */
  preview: Preview | null
  /** Of this preview, or of the one before while they are counted. */
  tokens: MessageTokens | null
  /** Whether the newest text could not be filled in, or took too long. */
  lost: boolean
}

const NOTHING: PreviewState = { preview: null, tokens: null, lost: false }

/** A preview made beside the page, renewed when what it is made from changes. Give a memoized request. */
export function usePreview(request: PreviewRequest): PreviewState {
  const [state, setState] = useState(NOTHING)
  const line = useRef<{ ask(request: PreviewRequest): void } | null>(null)
  useEffect(() => {
    const opened = openLine((change) => setState((now) => ({ ...now, ...change })))
    line.current = opened
    return () => {
      line.current = null
      opened.close()
    }
  }, [])
  useEffect(() => line.current?.ask(request), [request])
  return state
}

function openLine(tell: (change: Partial<PreviewState>) => void) {
  let worker: Worker | null = null
  return latestOnly<PreviewRequest, Preview>({
    workshop: {
      begin: (request, done, fail) => {
        worker ??= new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
        worker.onmessage = ({ data }: MessageEvent<PreviewAnswer>) => {
          if ('preview' in data) done(data.preview)
          else tell({ tokens: data.tokens })
        }
        // Its script could not be loaded, as without a connection: the next request begins with another.
        worker.onerror = fail
        worker.postMessage(request)
      },
      abandon: () => {
        worker?.terminate()
        worker = null
      },
    },
    onResult: (preview) => tell({ preview, lost: false }),
    onLost: () => tell({ lost: true }),
    patienceMs: PATIENCE_MS,
  })
}
