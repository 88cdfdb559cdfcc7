import { Collapse, NativeSelect, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { TextBlock } from '../../../ui/index.ts'
import type { Template } from '../hooks/use-templates.ts'
import classes from './create-prompt-form.module.css'

interface TemplateChoiceProps {
  templates: readonly Template[]
  value: string
  onChange: (id: string) => void
}

/** Which text the prompt begins with, and how that reads. */
export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const [open, { toggle }] = useDisclosure(false)
  const chosen = templates.find(({ id }) => id === value)
  const own = templates.filter(({ prompt }) => prompt !== null)
  const builtIn = templates.filter(({ prompt }) => prompt === null)
  const option = ({ id, name, description }: Template) => ({
    value: id,
    label: description ? `${name} – ${description}` : name,
  })
  return (
    <div>
      <NativeSelect
        label="Begin with"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { group: 'For everybody', items: builtIn.map(option) },
          ...(own.length > 0 ? [{ group: 'Of this library', items: own.map(option) }] : []),
        ]}
      />
      {chosen && (
        <>
          <UnstyledButton className={classes.previewToggle} aria-expanded={open} onClick={toggle}>
            {open ? 'Hide the text' : 'Show the text'}
          </UnstyledButton>
          <Collapse expanded={open}>
            <TextBlock label={`Text of ${chosen.name}`} text={chosen.content} mt={8} mah={220} />
          </Collapse>
        </>
      )}
    </div>
  )
}
