'use client'

import { Tooltip, UnstyledButton } from '@mantine/core'
import { Avatar } from '../../../ui/index.ts'
import { useViewer } from '../../shell/index.ts'
import { useFollow } from '../follow-context.tsx'
import { usePeopleHere } from '../hooks/use-people-here.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './people-here.module.css'

const MAX = 6

/** The others who have the prompt open; one click follows a person's cursor. */
export function PeopleHere() {
  const { live } = usePromptShell()
  const viewer = useViewer()
  const { following, follow } = useFollow()
  const people = usePeopleHere(live?.session ?? null)
  const shown = people.slice(0, MAX)
  return (
    <div className={classes.people}>
      <ul aria-label="People here">
        {shown.map(({ userId, name, hue }) => {
          const followed = following === userId
          const who = name === viewer.name && hue === viewer.hue ? `${name} (you, in another window)` : name
          const action = followed ? `Stop following ${who}` : `Follow ${who}`
          return (
            <li key={userId}>
              <Tooltip label={action}>
                <UnstyledButton
                  className={classes.person}
                  data-followed={followed || undefined}
                  aria-pressed={followed}
                  aria-label={action}
                  onClick={() => follow(followed ? null : userId)}
                >
                  <Avatar person={{ id: userId, name, hue }} size={24} plain />
                </UnstyledButton>
              </Tooltip>
            </li>
          )
        })}
      </ul>
      {people.length > MAX && <span className={classes.more}>+{people.length - MAX}</span>}
    </div>
  )
}
