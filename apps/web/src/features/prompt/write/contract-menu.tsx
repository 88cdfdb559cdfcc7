import { contractPython, contractSchema, contractTypeScript } from '@incipit/document'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { copyAloud } from '../parts/copy-aloud.ts'
import { usePrompt } from '../prompt-context.tsx'
import classes from './inspector.module.css'

/** The inputs to take along into a program that calls the prompt. */
export function ContractMenu({ text }: { text: string }) {
  const { prompt } = usePrompt()
  return (
    <div className={classes.contract}>
      <Menu withinPortal>
        <Menu.Target>
          <Button size="xs" variant="subtle" rightSection={<IconChevronDown size={14} aria-hidden />}>
            Copy as
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => void copyAloud(JSON.stringify(contractSchema(text), null, 2), 'The JSON Schema')}
          >
            JSON Schema
          </Menu.Item>
          <Menu.Item
            onClick={() => void copyAloud(contractTypeScript(text, prompt.key), 'The TypeScript type')}
          >
            TypeScript
          </Menu.Item>
          <Menu.Item onClick={() => void copyAloud(contractPython(text, prompt.key), 'The Python type')}>
            Python
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
