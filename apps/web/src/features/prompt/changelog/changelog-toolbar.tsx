import { Button, Menu, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconBraces, IconCopy, IconDownload, IconMarkdown } from '@tabler/icons-react'
import { PERIOD_CHOICES, parsePeriod } from '../../../lib/periods.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { copyAloud } from '../parts/copy-aloud.ts'
import { usePrompt } from '../prompt-context.tsx'
import type { ChangelogFilter } from './changelog-filter.ts'
import classes from './changelog-page.module.css'
import type { Changelog } from './changelog-query.ts'
import { changelogJson } from './changelog-view.ts'

interface ChangelogToolbarProps {
  filter: ChangelogFilter
  onChange: (filter: ChangelogFilter) => void
  /** `null` while there is nothing to take along. */
  changelog: Changelog | null
}

/** What the changelog shows, and ways to take it along. */
export function ChangelogToolbar({ filter, onChange, changelog }: ChangelogToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <SegmentedControl
        size="xs"
        aria-label="Put together"
        value={filter.by}
        onChange={(value) => onChange({ ...filter, by: value === 'date' ? 'date' : 'version' })}
        data={[
          { value: 'version', label: 'By version' },
          { value: 'date', label: 'By day' },
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="How far back"
        value={filter.days ?? ''}
        onChange={(event) => onChange({ ...filter, days: parsePeriod(event.currentTarget.value) })}
        data={[{ value: '', label: 'All time' }, ...PERIOD_CHOICES]}
      />
      <TakeAlong changelog={changelog} />
    </div>
  )
}

function TakeAlong({ changelog }: Pick<ChangelogToolbarProps, 'changelog'>) {
  const { prompt, branch } = usePrompt()
  const disabled = changelog === null || changelog.sections.length === 0
  const markdown = changelog?.markdown ?? ''
  const json = (): string =>
    changelogJson({ prompt, branch: branch.name, sections: changelog?.sections ?? [] })
  return (
    <div className={classes.take}>
      <Button
        size="xs"
        disabled={disabled}
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() => void copyAloud(markdown, 'The changelog')}
      >
        Copy as Markdown
      </Button>
      <Menu withinPortal position="bottom-end">
        <Menu.Target>
          <Button size="xs" disabled={disabled} leftSection={<IconDownload size={14} aria-hidden />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconMarkdown size={16} stroke={1.75} aria-hidden />}
            onClick={() => saveFile(`${prompt.key}-changelog.md`, markdown, 'text/markdown')}
          >
            As Markdown
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBraces size={16} stroke={1.75} aria-hidden />}
            onClick={() => saveFile(`${prompt.key}-changelog.json`, json(), 'application/json')}
          >
            As JSON
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
