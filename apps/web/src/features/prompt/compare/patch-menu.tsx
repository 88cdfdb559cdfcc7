'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconDownload, IconLink } from '@tabler/icons-react'
import { useClient } from 'urql'
import { transportFailure } from '../../../graphql/index.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { copyAloud } from '../parts/copy-aloud.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { PatchQuery } from './compare-query.ts'
import { type CompareRange, patchFileName, rangeAddress } from './compare-range.ts'

/** The comparison to take along: as a patch, or as a link to it. */
export function PatchMenu({ range }: { range: CompareRange }) {
  const { prompt, home } = usePromptShell()
  const patch = usePatch(range)
  const save = async (): Promise<void> => {
    const text = await patch()
    if (text !== null) saveFile(patchFileName(prompt.key, range), text, 'text/x-diff')
  }
  const copy = async (): Promise<void> => {
    const text = await patch()
    if (text !== null) await copyAloud(text, 'The patch')
  }
  const link = (): string => window.location.origin + rangeAddress(home, range)
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More about this comparison">
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => void save()}
        >
          Download as a patch
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />} onClick={() => void copy()}>
          Copy the patch
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLink size={16} stroke={1.75} aria-hidden />}
          onClick={() => void copyAloud(link(), 'The link')}
        >
          Copy the link
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Asks for the patch; `null`, after saying why, when there is none to take. */
function usePatch(range: CompareRange): () => Promise<string | null> {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const client = useClient()
  return async () => {
    const { data, error } = await client.query(PatchQuery, { library: slug, key: prompt.key, ...range })
    const patch = data?.library?.prompt?.compare?.patch
    if (patch) return patch
    showToast(
      patch === ''
        ? { message: 'The texts are equal: there is no patch.' }
        : {
            message: `The patch could not be made. ${error ? transportFailure(error).message : 'One of the two is not there any more.'}`,
            tone: 'bad',
          },
    )
    return null
  }
}
