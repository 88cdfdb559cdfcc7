import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { STATES, type StateValue, stateLook } from '../../../ui/states.ts'
import classes from './level-select.module.css'

type Level = StateValue<'level'>

interface LevelSelectProps {
  label: string
  value: Level
  onChange: (level: Level) => void
  /** Drawn as a field of a form. */
  framed?: boolean
}

/** Chooses a level; each is explained where it is chosen. */
export function LevelSelect({ label, value, onChange, framed }: LevelSelectProps) {
  const { icon: Icon, word } = stateLook('level', value)
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton
          className={classes.target}
          data-framed={framed || undefined}
          aria-label={`${label}: ${word}`}
        >
          <Icon size={14} stroke={1.75} aria-hidden />
          {word}
          <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(STATES.level) as Level[]).map((level) => (
          <Menu.Item
            key={level}
            onClick={() => level !== value && onChange(level)}
            rightSection={level === value ? <IconCheck size={16} /> : undefined}
          >
            {stateLook('level', level).word}
            <span className={classes.meaning}>{stateLook('level', level).meaning}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
