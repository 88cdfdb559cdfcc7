import Link from 'next/link'
import { PeopleLine, RelativeTime, StateBadge } from '../../ui/index.ts'
import { useLibrary } from '../shell/index.ts'
import type { Change } from './changes-query.ts'
import classes from './library-changelog.module.css'

/** One change: which prompt, what kind, in words, by whom and when. */
export function ChangeRow({ change }: { change: Change }) {
  const { slug } = useLibrary()
  const { text, changeType, version, at, commit, prompt } = change
  const home = `/l/${slug}/p/${prompt.key}`
  return (
    <li className={classes.change}>
      <span className={classes.type}>
        <StateBadge kind="changeType" value={changeType} />
      </span>
      <div className={classes.words}>
        <Link className={classes.text} href={`${home}/commits/${version ?? commit.shortHash}`} data-row>
          {text === '' ? 'Without a message' : text}
        </Link>
        <div className={classes.facts}>
          <Link href={home} className={classes.prompt} title={prompt.key}>
            {prompt.name}
          </Link>
          <span className={classes.ref}>{version ?? commit.shortHash}</span>
          <PeopleLine people={commit.authors} size={16} />
          <RelativeTime at={at} />
        </div>
      </div>
    </li>
  )
}
