import { loadTokenCounter, parseDocument, type TokenCount } from '@incipit/document'

interface WorkerScope {
  onmessage: ((event: MessageEvent<string>) => void) | null
  postMessage(count: TokenCount | null): void
}

const scope = globalThis as unknown as WorkerScope

/** Counts the tokens of a text's body for its model; `null` where the table of the tokenizer cannot be loaded. */
scope.onmessage = ({ data: text }) => {
  const { model, bodyRange } = parseDocument(text)
  loadTokenCounter(model)
    .then((count) => count(text.slice(bodyRange.from, bodyRange.to)))
    .catch(() => null)
    .then((count) => scope.postMessage(count))
}
