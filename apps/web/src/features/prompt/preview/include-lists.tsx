import { IconFileImport, IconFileOff } from '@tabler/icons-react'
import Link from 'next/link'
import { promptAddress } from '../../../lib/prompt-address.ts'
import { useLibrary } from '../../shell/index.ts'
import classes from './preview.module.css'
import { type PreviewInclude, referenceOf } from './preview-view.ts'
import { useIncludedBy } from './use-included-by.ts'
import type { IncludedTexts } from './use-included-texts.ts'

interface IncludeListsProps {
  includes: readonly PreviewInclude[]
  included: IncludedTexts
  onGoTo: (offset: number) => void
}

/** Which prompts this one is made of, and which are made of it. */
export function IncludeLists({ includes, included, onGoTo }: IncludeListsProps) {
  const once = new Map(includes.map((include) => [referenceOf(include.key, include.version), include]))
  return (
    <>
      {once.size > 0 && (
        <section className={classes.includes} aria-label="Includes">
          <h3>
            Includes <span className={classes.count}>{once.size}</span>
          </h3>
          <ul>
            {[...once].map(([reference, include]) => (
              <IncludeRow key={reference} include={include} included={included} onGoTo={onGoTo} />
            ))}
          </ul>
        </section>
      )}
      <IncludedBy />
    </>
  )
}

interface IncludeRowProps {
  include: PreviewInclude
  included: IncludedTexts
  onGoTo: (offset: number) => void
}

function IncludeRow({ include: { key, version, offset }, included, onGoTo }: IncludeRowProps) {
  const { slug } = useLibrary()
  const prompt = included.prompts.get(key)
  const text = included.texts.get(referenceOf(key, version))
  if (text === null) {
    const why = prompt
      ? version
        ? `has no version ${version}`
        : 'has no version yet'
      : 'there is no such prompt'
    return (
      <li className={classes.include} data-missing>
        <IconFileOff size={14} stroke={1.75} aria-label="Missing" />
        <button type="button" className={classes.place} onClick={() => onGoTo(offset)}>
          {key}
        </button>
        <span className={classes.version}>{why}</span>
      </li>
    )
  }
  return (
    <li className={classes.include}>
      <IconFileImport size={14} stroke={1.75} aria-hidden />
      <Link href={promptAddress(slug, key, version)} title={prompt?.name}>
        {key}
      </Link>
      <span className={classes.version}>
        {version ?? (prompt?.version ? `newest, ${prompt.version}` : '')}
      </span>
    </li>
  )
}

function IncludedBy() {
  const { slug } = useLibrary()
  const { total, prompts } = useIncludedBy()
  if (total === 0) return null
  return (
    <section className={classes.includes} aria-label="Included by">
      <h3>
        Included by <span className={classes.count}>{total}</span>
      </h3>
      <ul>
        {prompts.map(({ id, key, name }) => (
          <li key={id} className={classes.include}>
            <IconFileImport size={14} stroke={1.75} aria-hidden className={classes.outward ?? ''} />
            <Link href={`/l/${slug}/p/${key}`} title={name}>
              {key}
            </Link>
          </li>
        ))}
      </ul>
      {total > prompts.length && <p className={classes.more}>and {total - prompts.length} more</p>}
    </section>
  )
}
