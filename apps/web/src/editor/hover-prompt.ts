import { type Hover, hoverAt, type InputSpec } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import { codeMarkdown, plainMarkdown } from './plain-markdown.ts'
import { type PromptServices, promptServicesOf } from './prompt-services.ts'
import { textRange } from './text-range.ts'

/** Tells of inputs, includes and front matter keys under the pointer. All of it is text: no HTML, no links. */
export function registerHover(monaco: typeof Monaco, language: string): void {
  monaco.languages.registerHoverProvider(language, {
    provideHover: async (model, position) => {
      const hover = hoverAt(model.getValue(), model.getOffsetAt(position))
      if (!hover) return null
      const range = textRange(monaco, model, hover.range)
      const lines = await linesOf(hover, promptServicesOf(model))
      return {
        range,
        contents: lines.map((value) => ({
          value,
          isTrusted: false,
          supportHtml: false,
          supportThemeIcons: false,
        })),
      }
    },
  })
}

async function linesOf(hover: Hover, services: PromptServices | null): Promise<string[]> {
  if (hover.kind === 'key') {
    const values = hover.values.length > 0 ? [`One of ${hover.values.map(codeMarkdown).join(', ')}`] : []
    return [`${codeMarkdown(hover.key)} ${plainMarkdown(hover.description)}`, ...values]
  }
  if (hover.kind === 'include') return includeLines(hover, services)
  if (hover.input) return inputLines(hover.input, hover.meaning)
  const name = codeMarkdown(hover.name)
  if (hover.meaning === 'field') return [`${name} — a field of what this section goes through`]
  return [
    `${name} — not declared in the front matter${hover.meaning === 'unsure' ? '; perhaps a field of what this section goes through' : ''}`,
  ]
}

function inputLines(input: InputSpec, meaning: Hover extends { meaning: infer M } ? M : string): string[] {
  const { name, kind, required, description, enumValues } = input
  const need = required && input.default === undefined ? 'required' : 'optional'
  const facts = [
    input.default === undefined ? null : `Default ${value(input.default)}`,
    input.example === undefined ? null : `Example ${value(input.example)}`,
    enumValues ? `One of ${enumValues.map(value).join(', ')}` : null,
    meaning === 'unsure' ? 'Or a field of the same name in what this section goes through' : null,
  ].filter((fact) => fact !== null)
  return [
    `${codeMarkdown(name)} ${kind}, ${need}`,
    ...(description ? [plainMarkdown(description)] : []),
    ...(facts.length > 0 ? [facts.join('  \n')] : []),
  ]
}

const MOST = 200

function value(given: unknown): string {
  const text =
    JSON.stringify(given, (_, item) => (item instanceof Map ? Object.fromEntries(item) : item)) ?? ''
  return codeMarkdown(text.length > MOST ? `${text.slice(0, MOST)}…` : text)
}

async function includeLines(
  { key, version }: Extract<Hover, { kind: 'include' }>,
  services: PromptServices | null,
): Promise<string[]> {
  const reference = codeMarkdown(version === null ? key : `${key}@${version}`)
  if (!services) return [reference]
  const prompt = await services.promptOf(key).catch(() => undefined)
  if (prompt === undefined) return [reference]
  if (prompt === null) return [reference, 'There is no prompt of this key in this library.']
  const current = prompt.version ? `, now ${plainMarkdown(prompt.version)}` : ', without a version yet'
  return [
    `${reference} ${plainMarkdown(prompt.name)}${version === null ? current : ''}`,
    ...(prompt.description ? [plainMarkdown(prompt.description)] : []),
    'Ctrl-click or F12 opens it.',
  ]
}
