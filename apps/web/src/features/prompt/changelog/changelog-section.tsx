import Link from 'next/link'
import { dayText } from '../../../lib/day-text.ts'
import { PeopleLine, RelativeTime, StateBadge } from '../../../ui/index.ts'
import { CommitLabels } from '../history/commit-labels.tsx'
import { usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import type { ChangelogEntry, ChangelogSection as Section } from './changelog-query.ts'
import classes from './changelog-section.module.css'
import { bearerOf, groupsOf, isDay } from './changelog-view.ts'

/** What came with a version, or on a day, by type of change. */
export function ChangelogSection({ section }: { section: Section }) {
  const day = isDay(section) ? dayText(section.title) : null
  return (
    <section className={classes.section} aria-label={day ?? section.title}>
      <header className={classes.head}>
        {day === null ? <VersionHead section={section} /> : <h2 className={classes.day}>{day}</h2>}
      </header>
      <div className={classes.groups}>
        {groupsOf(section).map(({ changeType, entries }) => (
          <div key={changeType} className={classes.group}>
            <h3 className={classes.type}>
              <StateBadge kind="changeType" value={changeType} />
            </h3>
            <ul className={classes.entries}>
              {entries.map((entry) => (
                <Entry key={entry.commit.id} entry={entry} section={section} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function VersionHead({ section }: { section: Section }) {
  const { href } = usePrompt()
  const bearer = bearerOf(section)
  return (
    <>
      <h2 className={classes.version}>
        {bearer ? (
          <Link href={href(`/commits/${section.title}`)}>{section.title}</Link>
        ) : (
          <span title="Committed since the last numbered version">{section.title}</span>
        )}
      </h2>
      <span className={classes.date}>{dayText(section.date)}</span>
      {bearer && bearer.commit.tags.length > 0 && (
        <span className={classes.labels}>
          <CommitLabels branches={[]} tags={bearer.commit.tags} />
        </span>
      )}
    </>
  )
}

function Entry({ entry, section }: { entry: ChangelogEntry; section: Section }) {
  const { home, href } = usePrompt()
  const { text, version, commit } = entry
  const { authors, changeRequest } = commit
  const ref = refOf(commit)
  return (
    <li className={classes.entry}>
      <Link className={classes.text} href={href(`/commits/${ref}`)} data-row>
        {text === '' ? 'Without a message' : text}
      </Link>
      <span className={classes.facts}>
        {(version === null || version !== section.title) && <span className={classes.ref}>{ref}</span>}
        {changeRequest && (
          <Link
            className={classes.request}
            href={`${home}/changes/${changeRequest.number}`}
            title={changeRequest.title}
          >
            #{changeRequest.number} {changeRequest.title}
          </Link>
        )}
        <PeopleLine people={authors} size={16} />
        <RelativeTime at={commit.createdAt} />
      </span>
    </li>
  )
}
