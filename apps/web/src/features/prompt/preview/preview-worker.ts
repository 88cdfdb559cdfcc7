import { loadTokenCounter, type TokenCounter } from '@incipit/document'
import type { MessageTokens } from '../tokens/tokens-text.ts'
import { type Preview, type PreviewRequest, previewOf } from './preview-view.ts'

/** What the worker says: first the preview, and, when they are counted, the tokens of it. */
export type PreviewAnswer = { readonly preview: Preview } | { readonly tokens: MessageTokens }

interface WorkerScope {
  onmessage: ((event: MessageEvent<PreviewRequest>) => void) | null
  postMessage(answer: PreviewAnswer): void
}

const scope = globalThis as unknown as WorkerScope
/** What was counted before, for the messages that did not change: by model and content. */
const counted = new Map<string, ReturnType<TokenCounter>>()
const MOST_COUNTED = 1_000
let newest: PreviewRequest | null = null

scope.onmessage = ({ data }) => {
  newest = data
  const preview = previewOf(data)
  scope.postMessage({ preview })
  // A table that cannot be loaded, as without a connection, leaves tokens uncounted.
  void count(preview, data).catch(() => {})
}

async function count({ messages, model }: Preview, request: PreviewRequest): Promise<void> {
  const counter = await loadTokenCounter(model)
  if (newest !== request) return
  if (counted.size > MOST_COUNTED) counted.clear()
  const each = messages.map(({ content }) => {
    const id = `${model} ${content}`
    const known = counted.get(id) ?? counter(content)
    counted.set(id, known)
    return known
  })
  scope.postMessage({
    tokens: {
      each: each.map(({ tokens }) => tokens),
      total: each.reduce((sum, { tokens }) => sum + tokens, 0),
      exact: each.every(({ exact }) => exact) && each.length > 0,
    },
  })
}
