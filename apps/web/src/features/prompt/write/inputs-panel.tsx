import type { InputRow } from './document-view.ts'
import classes from './inspector.module.css'

interface InputsPanelProps {
  inputs: readonly InputRow[]
  onGoTo: (place: { line: number; column: number }) => void
}

/** The contract: what callers of this prompt give. */
export function InputsPanel({ inputs, onGoTo }: InputsPanelProps) {
  if (inputs.length === 0) {
    return (
      <p className={classes.empty}>
        This prompt takes no inputs. Write a name in double braces, such as {'{{topic}}'}, where callers shall
        put something in.
      </p>
    )
  }
  return (
    <ul className={classes.rows}>
      {inputs.map((input) => (
        <li key={input.name}>
          {input.line === null ? (
            <div className={classes.row}>
              <InputFacts input={input} />
            </div>
          ) : (
            <button
              type="button"
              className={classes.row}
              onClick={() => onGoTo({ line: input.line ?? 1, column: 1 })}
            >
              <InputFacts input={input} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function InputFacts({ input }: { input: InputRow }) {
  const details = [
    input.description,
    input.default === null ? null : `Default: ${input.default}`,
    input.enumValues ? `One of: ${input.enumValues.join(', ')}` : null,
    input.line === null ? 'Used in the text, not declared' : null,
  ].filter((detail) => detail !== null)
  return (
    <>
      <span className={classes.first}>
        <span className={classes.name}>{input.name}</span>
        <span className={classes.kind}>{input.kind}</span>
        <span className={classes.need} data-required={input.required || undefined}>
          {input.required ? 'required' : 'optional'}
        </span>
      </span>
      {details.map((detail) => (
        <span key={detail} className={classes.detail}>
          {detail}
        </span>
      ))}
    </>
  )
}
