import { IconCopy } from '@tabler/icons-react'
import Link from 'next/link'
import { likeness } from '../../../lib/likeness.ts'
import { useLibrary } from '../../shell/index.ts'
import classes from './create-prompt-form.module.css'

interface SimilarNoteProps {
  similar: readonly {
    equal: boolean
    similarity: number
    prompt: { id: string; key: string; name: string }
  }[]
}

/** Prompts shown; the rest is counted. */
const SHOWN = 3

/** Says which prompts have nearly this text already; a new one can be made all the same. */
export function SimilarNote({ similar }: SimilarNoteProps) {
  const { slug } = useLibrary()
  if (similar.length === 0) return null
  return (
    <div className={classes.similar} role="status">
      <IconCopy size={16} stroke={1.5} aria-hidden className={classes.similarIcon} />
      <div>
        The library has nearly this text already. Perhaps one of these is what you need:
        <ul className={classes.similarList}>
          {similar.slice(0, SHOWN).map(({ equal, similarity, prompt }) => (
            <li key={prompt.id}>
              {likeness(equal ? 1 : similarity)}{' '}
              <Link href={`/l/${slug}/p/${prompt.key}`} target="_blank" title={prompt.name}>
                {prompt.key}
              </Link>
            </li>
          ))}
        </ul>
        {similar.length > SHOWN && `and ${similar.length - SHOWN} more`}
      </div>
    </div>
  )
}
