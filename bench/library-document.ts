import {
  contractOf,
  type DiagnoseContext,
  diagnose,
  loadTokenCounter,
  parseDocument,
  render,
} from '@incipit/document'
import Mustache from 'mustache'
import { parseDocument as parseYaml } from 'yaml'
import type { Report } from './harness/report.ts'
import { samplePrompt } from './harness/sample-prompt.ts'
import { median, percentile } from './harness/samples.ts'

const KB = 1024
/** A frame of a screen: what a keystroke may cost. Milliseconds. */
const FRAME = 16
/** What a text made to be slow may cost: quadratic work would take minutes. Milliseconds. */
const HOSTILE = 500
const KEYSTROKES = 150
const TYPING_ROUNDS = 4
const ROUNDS = 60

/** The prompt language's part of `pnpm bench library`: what a keystroke costs, and rendering beside mustache.js. */
export async function measureDocument(report: Report): Promise<void> {
  measureTyping(report)
  for (const size of [10, 100]) measureRendering(report, size)
  measureHostileTexts(report)
  await measureTokens(report)
}

function measureTyping(report: Report): void {
  const { frontMatter, body } = samplePrompt(100 * KB)
  const text = frontMatter + body
  const middle = frontMatter.length + body.indexOf('plain words', body.length / 2)
  const inSettings = frontMatter.indexOf('A long prompt')
  const cases = [
    ['in the body', text, middle, {}],
    ['in the body, with what the library knows', withIncludes(text), middle, libraryContext()],
    ['in the front matter', text, inSettings, {}],
  ] as const
  for (const [where, document, at, context] of cases) {
    const times = typeInto(document, at, (text) => diagnose(text, context))
    const figure = `diagnostics of 100 KB per keystroke ${where}`
    report.figure({ figure: `${figure}, p95`, value: percentile(times, 0.95), unit: 'ms', atMost: FRAME })
    report.figure({ figure: `${figure}, longest`, value: Math.max(...times), unit: 'ms' })
  }
  measureSettings(report)
}

/** Nobody writes such front matter; the YAML library is what it costs. */
function measureSettings(report: Report): void {
  const inputs = Array.from(
    { length: 1200 },
    (_, index) =>
      `  - name: input_${index}\n    kind: string\n    description: What input ${index} stands for\n`,
  )
  const yaml = `inputs:\n${inputs.join('')}`
  const text = `---\n${yaml}---\nText\n`
  report.figure({
    figure: `diagnostics of 100 KB per keystroke where all of it is front matter, median`,
    value: median(typeInto(text, text.indexOf('What input'), (text) => diagnose(text))),
    unit: 'ms',
    peer: {
      name: 'yaml alone',
      value: median(typeInto(yaml, yaml.indexOf('What input'), (text) => parseYaml(text))),
    },
  })
}

/** Milliseconds of a work after each letter typed at a place: the best of a few rounds, because others use the machine too. */
function typeInto(text: string, at: number, work: (text: string) => unknown): number[] {
  const typed = Array.from({ length: KEYSTROKES }, (_, count) =>
    'typing on and on '.repeat(20).slice(0, count),
  )
  const rounds = Array.from({ length: TYPING_ROUNDS }, () =>
    typed.map((insert) => {
      const state = text.slice(0, at) + insert + text.slice(at)
      return milliseconds(() => work(state))
    }),
  )
  return typed.map((_, index) => Math.min(...rounds.map((times) => times[index] ?? Number.POSITIVE_INFINITY)))
}

/** Hundreds of includes, and one of a key that is not there. */
function withIncludes(text: string): string {
  return text
    .replace('Nothing was ordered.', '{{> tasks-general-promt-77}}')
    .replaceAll('Nothing was ordered.', '{{> tasks-general-prompt-1}}')
}

function libraryContext(): DiagnoseContext {
  const contract = contractOf('---\ninputs:\n  - {name: input_0, required: true}\n---\n{{input_0}}')
  const keys = Array.from({ length: 10_000 }, (_, index) => `tasks-general-prompt-${index}`)
  const known = new Set(keys)
  return { includes: (key) => (known.has(key) ? { kind: 'found', contract } : { kind: 'missing' }), keys }
}

function measureRendering(report: Report, size: number): void {
  const { frontMatter, body, inputs } = samplePrompt(size * KB)
  // Texts that differ, so that neither side has read them before.
  const bodies = Array.from({ length: ROUNDS + 10 }, (_, index) => `${body}${index}`)
  const limits = { output: 10_000_000, steps: 10_000_000 }
  const config = { escape: String }
  const ours: number[] = []
  const peer: number[] = []
  const whole: number[] = []
  for (const text of bodies) {
    ours.push(milliseconds(() => render(text, { inputs, limits })))
    peer.push(milliseconds(() => Mustache.render(text, inputs, undefined, config)))
    whole.push(milliseconds(() => render(frontMatter + text, { inputs, limits })))
    parseDocument('')
    Mustache.clearCache()
  }
  const mustache = { name: 'mustache.js', value: median(peer.slice(10)) }
  report.figure({ figure: `render ${size} KB`, value: median(ours.slice(10)), unit: 'ms', peer: mustache })
  report.figure({
    figure: `render ${size} KB, inputs checked against the front matter`,
    value: median(whole.slice(10)),
    unit: 'ms',
    peer: mustache,
  })
}

/** About 100 KB each of what nobody writes, and programs send; another text each round, since one that was read before is known. */
const HOSTILE_TEXTS: Readonly<Record<string, (round: number) => string>> = {
  'opening braces': ending('{{'.repeat(50_000)),
  'sections that never close': ending('{{#a}}'.repeat(16_000)),
  'crossed sections': ending(
    [...numbered(4000, (n) => `{{#a${n}}}`), ...numbered(4000, (n) => `{{/a${n}}}`)].join(''),
  ),
  'unclosed comments': ending('{{!x\n'.repeat(20_000)),
  'role lines': ending('user:\n'.repeat(16_000)),
  'blank lines': ending(' \n'.repeat(50_000)),
  settings: (round) => `---\n${numbered(8000, (n) => `a${n}: ${round}\n`).join('')}---\nx`,
  'changes of delimiters': ending('{{=<% %>=}}<%={{ }}=%>'.repeat(4000)),
  'names that nothing holds': ending('{{a}}\n'.repeat(16_000)),
  'sections that are left out': ending('{{#a}}x{{/a}}'.repeat(5000)),
}

function ending(text: string): (round: number) => string {
  return (round) => `${text}${round}`
}

function numbered(count: number, write: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, n) => write(n))
}

function measureHostileTexts(report: Report): void {
  let round = 0
  for (const [what, textOf] of Object.entries(HOSTILE_TEXTS)) {
    const best = (work: (text: string) => unknown) => {
      const texts = Array.from({ length: 3 }, () => textOf(round++))
      return Math.min(...texts.map((text) => milliseconds(() => work(text))))
    }
    report.figure({
      figure: `diagnostics of 100 KB of ${what}`,
      value: best((text) => diagnose(text)),
      unit: 'ms',
      atMost: HOSTILE,
    })
    report.figure({
      figure: `render 100 KB of ${what}`,
      value: best((text) => render(text, { mode: 'lenient' })),
      unit: 'ms',
      atMost: HOSTILE,
    })
  }
}

async function measureTokens(report: Report): Promise<void> {
  const { body } = samplePrompt(100 * KB)
  const began = performance.now()
  const count = await loadTokenCounter('gpt-5')
  report.figure({ figure: 'load the token counter', value: performance.now() - began, unit: 'ms' })
  const times = Array.from({ length: 10 }, (_, index) => milliseconds(() => count(`${index} ${body}`)))
  report.figure({ figure: 'count the tokens of 100 KB', value: median(times), unit: 'ms' })
  const worst = milliseconds(() => count('中'.repeat(100 * KB)))
  report.figure({ figure: 'count the tokens of one word of 100 KB', value: worst, unit: 'ms', atMost: 2000 })
}

function milliseconds(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
