import { Checkbox, UnstyledButton } from '@mantine/core'
import type { IconProps } from '@tabler/icons-react'
import { type ComponentType, useId, useState } from 'react'
import classes from './facet-list.module.css'

export interface FacetOption {
  value: string
  label: string
  count: number | null
  checked: boolean
  icon?: ComponentType<IconProps>
}

interface FacetGroupProps {
  label: string
  options: FacetOption[]
  toggle: (value: string) => void
}

const SHOWN = 10

/** One facet: its choices, the long tail behind a button. */
export function FacetGroup({ label, options, toggle }: FacetGroupProps) {
  const id = useId()
  const [all, setAll] = useState(false)
  if (options.length === 0) return null
  const shown = all ? options : options.filter((option, at) => at < SHOWN || option.checked)
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {shown.map(({ value, label: text, count, checked, icon: Icon }) => (
        <label
          key={value}
          htmlFor={`${id}${value}`}
          className={classes.option}
          data-checked={checked || undefined}
        >
          <Checkbox id={`${id}${value}`} checked={checked} onChange={() => toggle(value)} size="xs" />
          {Icon && <Icon size={14} stroke={1.75} aria-hidden className={classes.icon} />}
          <span className={classes.text}>{text}</span>
          {count !== null && <span className={classes.count}>{count.toLocaleString('en-GB')}</span>}
        </label>
      ))}
      {options.length > shown.length && (
        <UnstyledButton className={classes.more} onClick={() => setAll(true)}>
          {options.length - shown.length} more
        </UnstyledButton>
      )}
    </fieldset>
  )
}
