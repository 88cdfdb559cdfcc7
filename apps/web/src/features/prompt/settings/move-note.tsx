import { counted } from '../../../lib/counted.ts'
import { movedKey } from '../../../lib/moved-key.ts'
import classes from './settings-page.module.css'

interface Place {
  category: string
  subcategory: string
}

interface MoveNoteProps {
  prompt: Place & { key: string }
  to: Place
  /** How many prompts include it: they keep it from moving. */
  includedBy: number
}

/** The key a prompt will have in another place, and what becomes of the old one. */
export function MoveNote({ prompt, to, includedBy }: MoveNoteProps) {
  const key = movedKey(prompt, to)
  return (
    <div aria-live="polite">
      {key !== prompt.key && (
        <div className={classes.keys}>
          <div>
            The key will be <code>{key}</code>
          </div>
          <p className={classes.note}>
            {includedBy > 0 ? (
              <>
                {counted(includedBy, 'prompt')} {includedBy === 1 ? 'includes' : 'include'} it as{' '}
                <code>{prompt.key}</code>. Take it out there first; until then the move is refused.
              </>
            ) : (
              <>
                Programs and links that use <code>{prompt.key}</code> find nothing from then on: change them,
                too. Another prompt may take the old key.
              </>
            )}
          </p>
        </div>
      )}
    </div>
  )
}
