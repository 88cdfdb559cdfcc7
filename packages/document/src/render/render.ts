import type { InputSpec } from '../input-spec.ts'
import { parseDocument } from '../parse-document.ts'
import { quoted } from '../problem.ts'
import { bindInputs, type GivenInputs } from './bind-inputs.ts'
import { Findings, type RenderProblem } from './findings.ts'
import { Included, type ResolveInclude, reportForm } from './included.ts'
import { Budget, LimitReached, RENDER_LIMITS, type RenderLimits } from './limits.ts'
import { MessageSink, type RenderedMessage } from './message-sink.ts'
import { type Path, parseTemplate } from './parse-template.ts'
import { renderTemplate } from './render-template.ts'

/** How a document is rendered. */
export interface RenderOptions {
  /** Values by input, as JSON has them, or Maps. Text in them stays text. */
  readonly inputs?: GivenInputs
  /**
   * `strict` (when left out): a broken document, an input that is missing, unknown, of another kind or not among its values, and an
   * include that is not there refuse the rendering. `lenient`: they are warnings, and what is missing stays empty.
   */
  readonly mode?: 'strict' | 'lenient'
  /** Where included prompts come from; without it there are none. What it throws is passed on. */
  readonly resolveInclude?: ResolveInclude
  /** The document's own key, so that a prompt that includes it back is found at once. */
  readonly key?: string
  /** Instead of {@link RENDER_LIMITS}, each for itself. */
  readonly limits?: { readonly [Limit in keyof RenderLimits]?: number }
}

/** A rendered document, or why there is none. */
export type RenderResult =
  | {
      readonly ok: true
      readonly messages: readonly RenderedMessage[]
      /** The exact text where nothing opened a message by a role line; its one message is then the user's. */
      readonly text: string | null
      /** Each prompt that was included, once, in the order of their first use. */
      readonly includes: readonly { readonly key: string; readonly version: string | null }[]
      readonly warnings: readonly RenderProblem[]
    }
  | {
      readonly ok: false
      readonly errors: readonly RenderProblem[]
      readonly warnings: readonly RenderProblem[]
    }

/** Deeper than this, the call stack would be the limit. */
const DEEPEST = 500

/**
 * Render a prompt document to the messages a model takes: Mustache by its specification, without HTML escaping.
 *
 * Takes any text and any data: it ends within its limits and does not throw. Values are never read as templates, and nothing
 * but their own data is looked at.
 */
export function render(source: string, options: RenderOptions = {}): RenderResult {
  const { inputs = {}, mode = 'strict', resolveInclude = () => null, key, limits = {} } = options
  const budget = new Budget(limitsOf(limits))
  const findings = new Findings(mode === 'strict')
  const included = new Included(resolveInclude, budget, findings)
  const sink = new MessageSink()
  try {
    budget.read(source.length)
    const document = parseDocument(source)
    reportForm(document, findings, null)
    const values = bindInputs(document, inputs, budget, findings)
    const missing = new MissingNames(document.inputs, findings)
    const nodes = parseTemplate(source, document.bodyRange.from, document.tags)
    const template = { nodes, fallback: new Map(), roles: true, trail: key === undefined ? [] : [key] }
    renderTemplate(template, values, budget, {
      write: (text) => sink.write(text),
      openMessage: (role) => sink.openMessage(role),
      missing: (path) => missing.report(path),
      partial: (node, at, has) => included.partial(node, at, has),
    })
    const asText = document.messages.every(({ role }) => role === null)
    const result = sink.finish(asText, findings)
    if (findings.errors.length === 0) {
      return { ok: true, ...result, includes: [...included.used.values()], warnings: findings.warnings }
    }
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error
    findings.add('limit', error.message, error.limit)
  }
  return { ok: false, errors: findings.errors, warnings: findings.warnings }
}

function limitsOf(given: NonNullable<RenderOptions['limits']>): RenderLimits {
  const { steps, output, nesting, includeDepth } = RENDER_LIMITS
  return {
    steps: given.steps ?? steps,
    output: given.output ?? output,
    nesting: Math.min(given.nesting ?? nesting, DEEPEST),
    includeDepth: Math.min(given.includeDepth ?? includeDepth, DEEPEST),
  }
}

/** Reports names that nothing holds, each place once. */
class MissingNames {
  readonly #declared: ReadonlySet<string>
  readonly #findings: Findings
  readonly #seen = new Set<Path>()

  constructor(inputs: readonly InputSpec[], findings: Findings) {
    this.#declared = new Set(inputs.map(({ name }) => name))
    this.#findings = findings
  }

  report(path: Path): void {
    if (this.#seen.has(path)) return
    this.#seen.add(path)
    // A declared input that is not given has been reported, or is optional.
    if (this.#findings.full || (path.length === 1 && this.#declared.has(path[0] ?? ''))) return
    const name = path.join('.')
    const message = `Nothing is called "${quoted(name)}", so its place stays empty. Pass a value, or correct the name.`
    this.#findings.add('missing-value', message, name)
  }
}
