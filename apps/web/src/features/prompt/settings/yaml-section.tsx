import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { saveFile } from '../../../lib/save-file.ts'
import { TextBlock } from '../../../ui/index.ts'
import { copyAloud } from '../parts/copy-aloud.ts'
import { usePrompt } from '../prompt-context.tsx'
import classes from './settings-page.module.css'

/** All that is said about the prompt, as programs read it. */
export function YamlSection({ yaml }: { yaml: string }) {
  const { prompt } = usePrompt()
  const [open, { toggle }] = useDisclosure(false)
  return (
    <section className={classes.section} aria-label="Metadata as YAML">
      <h2 className={classes.heading}>Metadata as YAML</h2>
      <div className={classes.buttons}>
        <Button size="xs" aria-expanded={open} onClick={toggle}>
          {open ? 'Hide' : 'Show'}
        </Button>
        <Button
          size="xs"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => void copyAloud(yaml, 'The metadata')}
        >
          Copy
        </Button>
        <Button
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => saveFile(`${prompt.key}.metadata.yaml`, yaml, 'application/yaml')}
        >
          Save
        </Button>
      </div>
      {open && <TextBlock label="YAML" text={yaml} mt={12} mah={420} />}
    </section>
  )
}
