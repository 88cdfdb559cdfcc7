'use client'

import { Button, Tooltip } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import Link from 'next/link'
import { Avatar, stateLook } from '../../../ui/index.ts'
import { StructureList } from '../difference/structure-list.tsx'
import { useChange, useMayChange } from '../view/change-context.tsx'
import { tabQuery } from '../view/change-tab.ts'
import classes from './change-aside.module.css'
import { reviewersOf } from './reviewers.ts'

/** Who looked at it, what was checked, and what it changes, beside the conversation. */
export function ChangeAside() {
  const { change } = useChange()
  return (
    <aside className={classes.aside} aria-label="State of the review">
      <Reviewers />
      <section>
        <h3 className={classes.heading}>Checks</h3>
        <ul className={classes.list}>
          {change.checks.map((check) => {
            const { icon: Icon, tone, word } = stateLook('check', check.state)
            return (
              <li key={check.name} className={classes.check} data-tone={tone}>
                <Icon size={15} stroke={1.75} aria-label={word} />
                <span>
                  <span className={classes.name}>{check.name}</span>
                  <span className={classes.detail}>{check.description}</span>
                </span>
              </li>
            )
          })}
        </ul>
      </section>
      {change.comparison && (
        <section>
          <h3 className={classes.heading}>What it changes</h3>
          <StructureList changes={change.comparison.structure} />
        </section>
      )}
    </aside>
  )
}

function Reviewers() {
  const { change, here } = useChange()
  const { approvals } = change
  const reviewers = reviewersOf(change.reviews)
  const mayReview = useMayChange('review')
  const open = change.status === 'OPEN'
  return (
    <section>
      <h3 className={classes.heading}>
        Reviewers
        {open && approvals.required > 0 && (
          <Tooltip
            label={approvals.reasons.join(' ')}
            disabled={approvals.reasons.length === 0}
            multiline
            maw={320}
          >
            <span className={classes.needed} data-enough={approvals.given >= approvals.required || undefined}>
              {approvals.given} of {approvals.required} needed
            </span>
          </Tooltip>
        )}
      </h3>
      {reviewers.length === 0 && (
        <p className={classes.none}>
          {approvals.required > 0 && open ? 'Nobody has looked at it yet.' : 'Nobody reviewed it.'}
        </p>
      )}
      <ul className={classes.list}>
        {reviewers.map(({ review, counts }) => {
          const { icon: Icon, tone, word } = stateLook('verdict', review.verdict)
          return (
            <li key={review.id} className={classes.reviewer} data-void={!counts || undefined}>
              <Avatar person={review.author} size={20} plain />
              <span className={classes.name}>{review.author.name}</span>
              <Tooltip
                label={
                  counts
                    ? `${word} at ${review.commit.shortHash}`
                    : `${word} at ${review.commit.shortHash}; void since there are newer commits`
                }
              >
                <span className={classes.verdict} data-tone={counts ? tone : 'neutral'}>
                  <code>{review.commit.shortHash}</code>
                  <Icon size={15} stroke={1.75} aria-label={counts ? word : `${word}, void`} />
                </span>
              </Tooltip>
            </li>
          )
        })}
      </ul>
      {open && mayReview && (
        <Button
          component={Link}
          href={`${here}${tabQuery('difference')}`}
          leftSection={<IconEye size={16} aria-hidden />}
          fullWidth
          mt={8}
        >
          Review the difference
        </Button>
      )}
    </section>
  )
}
