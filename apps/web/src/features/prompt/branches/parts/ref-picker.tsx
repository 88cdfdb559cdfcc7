'use client'

import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { IconGitCommit, IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { stateLook } from '../../../../ui/index.ts'
import { useLibrary } from '../../../shell/index.ts'
import { HistoryQuery, TagsQuery } from '../../history/history-query.ts'
import { usePromptShell } from '../../prompt-context.tsx'
import { refOf } from '../../ref-of.ts'
import { MAIN } from '../branch-address.ts'
import classes from './ref-picker.module.css'

const OFFERED = 50

interface RefPickerProps {
  label: string
  description?: string
  value: string
  error?: string
  /** The label is said, not shown, and the list is wider than the field. */
  compact?: boolean
  onPick: (ref: string) => void
}

/** Chooses a place in the history: a branch, a tag, one of the newest versions, or any other or hash typed in. */
export function RefPicker({ label, description, value, error, compact = false, onPick }: RefPickerProps) {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const [search, setSearch] = useState<string | null>(null)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch(null)
    },
  })
  const [{ data }] = useQuery({
    query: HistoryQuery,
    variables: {
      library: slug,
      key: prompt.key,
      branch: MAIN,
      all: false,
      order: 'FULL',
      first: OFFERED,
      after: null,
    },
  })
  const [{ data: named }] = useQuery({
    query: TagsQuery,
    variables: { library: slug, key: prompt.key },
    pause: !combobox.dropdownOpened,
    requestPolicy: 'cache-and-network',
  })
  const typed = (search ?? '').trim()
  const fits = (text: string): boolean => text.toLowerCase().includes(typed.toLowerCase())
  const branches = prompt.branches.filter(({ name }) => fits(name))
  const versions = (data?.library?.prompt?.commits.edges ?? [])
    .map((edge) => edge.node)
    .filter((entry) => fits(`${refOf(entry)} ${entry.hash} ${entry.message}`))
  const tags = (named?.library?.prompt?.commitTags ?? []).filter(({ name, note }) => fits(`${name} ${note}`))
  const isListed =
    prompt.branches.some(({ name }) => name === typed) ||
    tags.some(({ name }) => name === typed) ||
    versions.some((v) => refOf(v) === typed)
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(ref) => {
        combobox.closeDropdown()
        onPick(ref)
      }}
      shadow="md"
      width={compact ? 'min(420px, calc(100vw - 32px))' : 'target'}
      position={compact ? 'bottom-start' : 'bottom'}
    >
      <Combobox.Target>
        <InputBase
          className={classes.input}
          label={compact ? undefined : label}
          aria-label={compact ? label : undefined}
          title={compact ? value : undefined}
          description={description}
          error={error}
          value={search ?? value}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes.options}>
          {branches.length > 0 && (
            <Combobox.Group label="Branches">
              {branches.map(({ id, name, type }) => {
                const { icon: Icon } = stateLook('branchType', type)
                return (
                  <Combobox.Option className={classes.item} key={id} value={name} active={name === value}>
                    <span className={classes.option}>
                      <Icon size={14} stroke={1.75} aria-hidden />
                      <code>{name}</code>
                    </span>
                  </Combobox.Option>
                )
              })}
            </Combobox.Group>
          )}
          {tags.length > 0 && (
            <Combobox.Group label="Tags">
              {tags.map(({ id, name, note }) => (
                <Combobox.Option key={id} value={name} active={name === value}>
                  <span className={classes.option}>
                    <IconTag size={14} stroke={1.75} aria-hidden />
                    <code>{name}</code>
                    <span>{note}</span>
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {versions.length > 0 && (
            <Combobox.Group label="Versions of main">
              {versions.map((entry) => (
                <Combobox.Option
                  className={classes.item}
                  key={entry.id}
                  value={refOf(entry)}
                  active={refOf(entry) === value}
                >
                  <span className={classes.option}>
                    <IconGitCommit size={14} stroke={1.75} aria-hidden />
                    <code>{refOf(entry)}</code>
                    <span>{entry.message}</span>
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {typed !== '' && !isListed && (
            <Combobox.Option className={classes.item} value={typed}>
              <span className={classes.option}>
                Version or hash <code>{typed}</code>
              </span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
