'use client'

import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconBrightness, IconCheck } from '@tabler/icons-react'
import { THEMES } from '../themes.ts'

/** Light, dark or as the system has it. */
export function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu width={160}>
      <Menu.Target>
        <ActionIcon aria-label="Theme">
          <IconBrightness size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === value ? <IconCheck size={16} /> : undefined}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
