'use client'

import Link from 'next/link'
import { counted } from '../../../lib/counted.ts'
import { CopyText } from '../../../ui/index.ts'
import { StatusMenu } from '../life/status-menu.tsx'
import { usePromptShell } from '../prompt-context.tsx'
import { BranchSwitcher } from '../switcher/branch-switcher.tsx'
import { PeopleHere } from './people-here.tsx'
import classes from './prompt-header.module.css'
import { PromptStar } from './prompt-star.tsx'
import { PromptTabs } from './prompt-tabs.tsx'

/** Name, key, state, branch and people of a prompt, with the tabs below. */
export function PromptHeader() {
  const { prompt, branch, href } = usePromptShell()
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1 className={classes.name} title={prompt.name}>
          {prompt.name}
        </h1>
        <PromptStar />
        <StatusMenu />
        <PeopleHere />
      </div>
      <div className={classes.facts}>
        <BranchSwitcher />
        <Link className={classes.fact} href={href('/branches')}>
          {counted(prompt.branches.length, 'branch', 'branches')}
        </Link>
        {branch?.type === 'MAIN' && prompt.version && (
          <span className={classes.version} title="Newest version of main">
            {prompt.version}
          </span>
        )}
        <span className={classes.key}>
          <CopyText text={prompt.key} what="key" />
        </span>
        <span className={classes.fact} data-wide>
          {prompt.category}
        </span>
      </div>
      <PromptTabs />
    </header>
  )
}
