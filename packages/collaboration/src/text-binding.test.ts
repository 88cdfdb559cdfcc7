import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TextEdit } from './normalize-text.ts'
import { type BoundEditor, bindText, type TextBinding } from './text-binding.ts'
import { replacementBetween } from './text-binding-delta.ts'

class FakeEditor implements BoundEditor {
  content = ''
  applied: TextEdit[] = []

  read(): string {
    return this.content
  }

  length(): number {
    return this.content.length
  }

  apply(edits: readonly TextEdit[]): void {
    this.applied.push(...edits)
    for (const edit of edits.toReversed()) this.replace(edit)
  }

  replace({ offset, deleteCount, insert }: TextEdit): void {
    this.content = this.content.slice(0, offset) + insert + this.content.slice(offset + deleteCount)
  }
}

interface Person {
  doc: Y.Doc
  text: Y.Text
  editor: FakeEditor
  binding: TextBinding
  /** Updates made here, in order; a peer remembers how many it has had. */
  log: Uint8Array[]
  type(offset: number, insert: string, deleteCount?: number): void
}

function person(clientId: number): Person {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const text = doc.getText('content')
  const editor = new FakeEditor()
  const binding = bindText({ text, editor, captureTimeout: 0 })
  const log: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'network') log.push(update)
  })
  const type = (offset: number, insert: string, deleteCount = 0): void => {
    editor.replace({ offset, deleteCount, insert })
    binding.edited([{ offset, deleteCount, insert }])
  }
  return { doc, text, editor, binding, log, type }
}

function connect(people: readonly Person[]) {
  const had = new Map(people.map((p) => [p, new Map(people.map((q) => [q, 0]))]))
  const deliver = (from: Person, to: Person, count = Number.POSITIVE_INFINITY): void => {
    const seen = had.get(to)!.get(from)!
    const until = Math.min(from.log.length, seen + count)
    for (let i = seen; i < until; i += 1) Y.applyUpdate(to.doc, from.log[i]!, 'network')
    had.get(to)!.set(from, until)
  }
  const settle = (): void => {
    for (const p of people) p.binding.endComposition()
    for (const from of people) for (const to of people) if (from !== to) deliver(from, to)
  }
  return { deliver, settle }
}

type Step =
  | { kind: 'type'; who: number; at: number; deleteCount: number; insert: string }
  | { kind: 'deliver'; who: number; to: number; count: number }
  | { kind: 'compose' | 'composed' | 'undo' | 'redo'; who: number }

const who = fc.nat({ max: 2 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      who,
      at: fc.nat({ max: 200 }),
      deleteCount: fc.nat({ max: 5 }),
      insert: fc.string({ unit: fc.constantFrom('x', 'y', '\n', 'ä'), maxLength: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      who,
      to: who,
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('compose', 'composed', 'undo', 'redo'), who }),
  },
)

function run(step: Step, people: readonly Person[], network: ReturnType<typeof connect>): void {
  const actor = people[step.who]!
  if (step.kind === 'deliver') {
    if (step.who !== step.to) network.deliver(actor, people[step.to]!, step.count)
  } else if (step.kind === 'type') {
    const offset = step.at % (actor.editor.length() + 1)
    actor.type(offset, step.insert, Math.min(step.deleteCount, actor.editor.length() - offset))
  } else if (step.kind === 'compose') actor.binding.beginComposition()
  else if (step.kind === 'composed') actor.binding.endComposition()
  else actor.binding[step.kind]()
}

describe('bindText', () => {
  it('converges: any edits, deliveries, compositions and undos leave one text in every editor', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const people = [person(1), person(2), person(3)]
        const network = connect(people)
        for (const step of steps) run(step, people, network)
        network.settle()
        network.settle()
        for (const p of people) {
          expect(p.editor.content).toBe(p.text.toString())
          expect(p.text.toString()).toBe(people[0]!.text.toString())
          expect(p.binding.verify()).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('undo takes back the own edits only', () => {
    const typing = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 100 })), { maxLength: 30 })
    fc.assert(
      fc.property(typing, (strokes) => {
        const [ann, ben] = [person(1), person(2)]
        const network = connect([ann, ben])
        for (const [annTypes, at] of strokes) {
          const writer = annTypes ? ann : ben
          writer.type(at % (writer.editor.length() + 1), annTypes ? 'a' : 'b')
          network.settle()
        }
        const expected = ben.editor.content.replaceAll('a', '')
        while (ann.binding.undoManager.canUndo()) ann.binding.undo()
        network.settle()
        expect(ann.editor.content).toBe(expected)
        expect(ben.editor.content).toBe(expected)
      }),
    )
  })

  it('shows a remote edit as the smallest edit', () => {
    const [ann, ben] = [person(1), person(2)]
    const network = connect([ann, ben])
    ann.type(0, 'hello world')
    network.settle()
    ben.editor.applied = []
    ann.type(5, ',')
    network.settle()
    expect(ben.editor.applied).toEqual([{ offset: 5, deleteCount: 0, insert: ',' }])
  })

  it('keeps a composition from both sides until it ends', () => {
    const [ann, ben] = [person(1), person(2)]
    const network = connect([ann, ben])
    ann.type(0, 'one two')
    network.settle()
    ann.binding.beginComposition()
    ann.type(4, 'ㅎ')
    ann.type(4, '하', 1)
    ben.type(0, 'zero ')
    network.deliver(ann, ben)
    network.deliver(ben, ann)
    expect(ann.editor.content).toBe('one 하two')
    expect(ben.editor.content).toBe('zero one two')
    ann.binding.endComposition()
    network.settle()
    expect(ann.editor.content).toBe('zero one 하two')
    expect(ben.editor.content).toBe('zero one 하two')
  })

  it('carries a replaced text over as the smallest change', () => {
    const ann = person(1)
    ann.type(0, 'a long text')
    ann.editor.content = 'a longer text'
    ann.binding.replaced()
    expect(ann.text.toString()).toBe('a longer text')
    expect(replacementBetween('a long text', 'a longer text')).toEqual([{ retain: 6 }, { insert: 'er' }])
    ann.binding.undo()
    expect(ann.editor.content).toBe('a long text')
  })

  it('stores LF and whole characters only, and shows what it stored', () => {
    const ann = person(1)
    ann.type(0, 'a\r\nb\rc\ud83d')
    expect(ann.text.toString()).toBe('a\nb\nc\ufffd')
    expect(ann.editor.content).toBe('a\nb\nc\ufffd')
    ann.type(1, '\udc00')
    expect(ann.binding.verify()).toBe(false)
    expect(ann.editor.content).toBe('a\ufffd\nb\nc\ufffd')
  })

  it('repairs the editor, never the shared text', () => {
    const ann = person(1)
    ann.type(0, 'shared')
    ann.editor.content = 'shattered'
    expect(ann.binding.verify()).toBe(false)
    expect(ann.editor.content).toBe('shared')
    expect(ann.log).toHaveLength(1)
  })

  it('takes back what is typed while read-only', () => {
    const ann = person(1)
    ann.type(0, 'shared')
    ann.binding.setReadOnly(true)
    ann.type(6, '!')
    ann.binding.undo()
    expect(ann.editor.content).toBe('shared')
    expect(ann.text.toString()).toBe('shared')
  })

  it('leaves an undo manager given to it alive, with what it recorded', () => {
    const doc = new Y.Doc()
    const text = doc.getText('content')
    const undoManager = new Y.UndoManager(text, { trackedOrigins: new Set() })
    const first = new FakeEditor()
    const binding = bindText({ text, editor: first, undoManager })
    first.content = 'written'
    binding.replaced()
    binding.destroy()
    const second = new FakeEditor()
    const next = bindText({ text, editor: second, undoManager })
    expect(second.content).toBe('written')
    next.undo()
    expect(second.content).toBe('')
  })

  it('leaves nothing behind when destroyed', () => {
    const ann = person(1)
    ann.binding.destroy()
    ann.text.insert(0, 'later')
    expect(ann.editor.content).toBe('')
  })
})
