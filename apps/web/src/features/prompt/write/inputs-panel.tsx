import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { ContractMenu } from './contract-menu.tsx'
import type { InputRow } from './document-view.ts'
import classes from './inspector.module.css'

interface InputsPanelProps {
  inputs: readonly InputRow[]
  /** The text they come from. */
  text: string
  onGoTo: (place: { line: number; column: number }) => void
  /** Asks for a new name of the input at an offset; absent where the text can only be read. */
  onRename?: (offset: number) => void
}

/** The contract: what callers of this prompt give. */
export function InputsPanel({ inputs, text, onGoTo, onRename }: InputsPanelProps) {
  if (inputs.length === 0) {
    return (
      <p className={classes.empty}>
        This prompt takes no inputs. Write a name in double braces, such as {'{{topic}}'}, where callers shall
        put something in.
      </p>
    )
  }
  return (
    <>
      <ContractMenu text={text} />
      <ul className={classes.rows}>
        {inputs.map((input) => {
          const { name, place } = input
          return (
            <li key={name} className={classes.input}>
              {place === null ? (
                <div className={classes.row}>
                  <InputFacts input={input} />
                </div>
              ) : (
                <button type="button" className={classes.row} onClick={() => onGoTo(place)}>
                  <InputFacts input={input} />
                </button>
              )}
              {place !== null && onRename && (
                <ActionIcon
                  className={classes.rename}
                  aria-label={`Rename ${name} everywhere`}
                  title="Rename everywhere (F2)"
                  onClick={() => onRename(place.offset)}
                >
                  <IconPencil size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function InputFacts({ input }: { input: InputRow }) {
  const details = [
    input.description,
    input.default === null ? null : `Default: ${input.default}`,
    input.example === null ? null : `Example: ${input.example}`,
    input.enumValues ? `One of: ${input.enumValues.join(', ')}` : null,
    input.declared ? null : 'Used in the text, not declared',
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
