import { type InputInsertion, inputInsertion } from './input-insertion.ts'
import type { InputSpec } from './input-spec.ts'
import { readProperties } from './read-properties.ts'
import type { YamlReader } from './yaml-reader.ts'

/** @internal What the front matter says about inputs. */
export interface InputReading {
  /** Whether there is an `inputs` key at all: only then can an input be unknown. */
  readonly declared: boolean
  readonly inputs: readonly InputSpec[]
  readonly insertion: InputInsertion | null
}

/** @internal Read `inputs`; `raw` is the YAML, which stands at `base` in the document. */
export function readInputs(reader: YamlReader | null, raw: string, base: number): InputReading {
  const pair = reader?.setting('inputs')
  if (!reader || !pair) return { declared: false, inputs: [], insertion: null }
  return {
    declared: true,
    inputs: readProperties(reader, pair.value, 'inputs', 'input', 'invalid-input', 'duplicate-input'),
    insertion: inputInsertion(pair, raw, base),
  }
}

/** @internal Read `outputs`, which are written as inputs are. */
export function readOutputs(reader: YamlReader | null): readonly InputSpec[] {
  const pair = reader?.setting('outputs')
  if (!reader || !pair) return []
  return readProperties(reader, pair.value, 'outputs', 'output', 'invalid-output', 'duplicate-output')
}
