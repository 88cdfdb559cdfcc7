import type { Role } from '../messages.ts'
import { type Context, isFalsy, lookUp, MISSING } from './context.ts'
import type { Budget } from './limits.ts'
import type { PartialNode, Path, SectionNode, TemplateNode } from './parse-template.ts'
import { valueText } from './value-text.ts'

/** @internal What a partial stands for. */
export interface Partial {
  readonly nodes: readonly TemplateNode[]
  /** Values for names that no context has, such as the defaults of the included prompt. */
  readonly fallback: ReadonlyMap<string, unknown>
  /** Whether its role lines open messages; otherwise they are text. */
  readonly roles: boolean
  /** Names that the partial itself stands under, outermost first. */
  readonly trail: readonly string[]
}

/** @internal What a rendering needs from outside. */
export interface Host {
  write(text: string): void
  openMessage(role: Role): void
  /** A name is interpolated that nothing holds. */
  missing(path: Path): void
  /** `null` leaves nothing in its place. `lookUp` answers with what a name stands for at that place, or `MISSING`. */
  partial(node: PartialNode, at: Partial, has: (name: string) => boolean): Partial | null
}

/**
 * @internal Carry out a template by the rules of the Mustache specification, without HTML escaping.
 * Values are data: text in them is never read as a template, and nothing in them is called.
 *
 * @throws LimitReached
 */
export function renderTemplate(template: Partial, values: unknown, budget: Budget, host: Host): void {
  new Renderer(budget, host).render(template.nodes, template, { value: values, outer: null }, 0)
}

class Renderer {
  readonly #budget: Budget
  readonly #host: Host
  #includeDepth = 0

  constructor(budget: Budget, host: Host) {
    this.#budget = budget
    this.#host = host
  }

  render(nodes: readonly TemplateNode[], at: Partial, context: Context, depth: number): void {
    for (const node of nodes) {
      this.#budget.step()
      if (node.kind === 'text') this.#write(node.text)
      else if (node.kind === 'value') this.#writeValue(node.path, at, context)
      else if (node.kind === 'section') this.#section(node, at, context, depth)
      else if (node.kind === 'partial') this.#partial(node, at, context, depth)
      else if (at.roles) this.#host.openMessage(node.role)
      else this.#write(node.text)
    }
  }

  #writeValue(path: Path, at: Partial, context: Context): void {
    const value = this.#lookUp(path, at, context)
    if (value === MISSING) this.#host.missing(path)
    else this.#write(valueText(value, this.#budget))
  }

  #section({ path, inverted, children }: SectionNode, at: Partial, context: Context, depth: number): void {
    this.#budget.nest(depth + 1)
    const value = this.#lookUp(path, at, context)
    if (isFalsy(value) || inverted) {
      if (isFalsy(value) && inverted) this.render(children, at, context, depth + 1)
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        this.#budget.step()
        this.render(children, at, { value: value[index], outer: context }, depth + 1)
      }
    } else {
      // True says only that the section applies: `.` inside stays what it was.
      const inner = value === true ? context : { value, outer: context }
      this.render(children, at, inner, depth + 1)
    }
  }

  #partial(node: PartialNode, at: Partial, context: Context, depth: number): void {
    this.#budget.read(node.name.length + (node.indent?.length ?? 0))
    const has = (name: string) => this.#lookUp([name], at, context) !== MISSING
    const included = this.#host.partial(node, at, has)
    if (!included) return
    this.#includeDepth += 1
    this.#budget.include(this.#includeDepth)
    this.render(included.nodes, included, context, depth)
    this.#includeDepth -= 1
  }

  #lookUp(path: Path, at: Partial, context: Context): unknown {
    this.#budget.step(path.length)
    return lookUp(path, context, at.fallback)
  }

  #write(text: string): void {
    this.#budget.write(text.length)
    this.#host.write(text)
  }
}
