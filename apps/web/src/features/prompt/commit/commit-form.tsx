'use client'

import { Button, NativeSelect, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { IconGitMerge } from '@tabler/icons-react'
import { Avatar, FormFailure, KeyHint, stateLook } from '../../../ui/index.ts'
import type { LiveDocument } from '../hooks/use-live-document.ts'
import { usePrompt } from '../prompt-context.tsx'
import { commitHindrance } from './commit-hindrance.ts'
import classes from './commit-panel.module.css'
import type { ChangeType, Committed, Proposal, ProposalBranch } from './commit-query.ts'
import { commitRefusal } from './commit-refusal.ts'
import { mergingMessage, mergingTitle, parentsText } from './merge-words.ts'
import { ProposalReasons } from './proposal-reasons.tsx'
import { ReachLine } from './reach-line.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { RivalNotice } from './rival-notice.tsx'
import { useCommit } from './use-commit.ts'
import { useCommitDraft } from './use-commit-draft.ts'

interface CommitFormProps {
  live: LiveDocument
  /** `null` while it is being asked for. */
  branch: ProposalBranch | null
  asking: boolean
  onAsk: () => void
  onDone: (commit: Committed, branch: ProposalBranch) => void
  onClose: () => void
}

/** Message, change type and authors of the commit, with whatever stands in its way. */
export function CommitForm({ live, branch: asked, asking, onAsk, onDone, onClose }: CommitFormProps) {
  const { branch } = usePrompt()
  const draft = useCommitDraft(branch.id)
  const proposal = asked?.proposal ?? null
  const merging = asked?.merging ?? null
  const changeType = draft.changeType ?? proposal?.changeType ?? 'FIX'
  const { commit, fetching, refusal, rival, clear } = useCommit((made) => {
    draft.clear()
    if (asked) onDone(made, asked)
  })
  const refused =
    asked &&
    commitRefusal({ rule: asked.commitRule, branch: asked, hasHead: asked.head !== null, changeType })
  const ownMessage = merging ? mergingMessage(merging, branch.name) : ''
  const hindrance = commitHindrance({
    proposal,
    message: draft.message,
    state: live.state,
    merging: merging !== null,
  })
  const submit = (): void => {
    if (hindrance || refused || fetching || rival) return
    void commit({
      branchId: branch.id,
      message: draft.message.trim() || ownMessage,
      changeType,
      expectedHead: asked?.head?.hash ?? null,
    })
  }
  return (
    <form
      className={classes.form}
      aria-label="Commit"
      onKeyDown={getHotkeyHandler([['mod+Enter', submit]])}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {merging && proposal && (
        <p className={classes.merging}>
          <IconGitMerge size={16} stroke={1.75} aria-hidden />
          <span>
            {mergingTitle(merging)} <span className={classes.parents}>{parentsText(proposal.parents)}</span>
          </span>
        </p>
      )}
      <Textarea
        label="Message"
        placeholder={ownMessage || 'What changed, and why'}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        value={draft.message}
        error={refusal.field}
        onChange={(event) => draft.setMessage(event.currentTarget.value)}
      />
      <TypeAndVersion
        proposal={proposal}
        numbered={branch.type === 'MAIN'}
        changeType={changeType}
        onChange={draft.setChangeType}
      />
      <Authors proposal={proposal} />
      <ReachLine />
      {rival && (
        <RivalNotice
          rival={rival}
          onGoOn={() => {
            clear()
            onAsk()
          }}
        />
      )}
      {refused && <RefusalNotice refusal={refused} onClose={onClose} />}
      {!refused && (
        <div className={classes.submit}>
          <FormFailure message={refusal.summary} />
          {hindrance && <p className={classes.hint}>{hindrance}</p>}
          <Button
            type="submit"
            variant="filled"
            loading={fetching}
            disabled={hindrance !== null || rival !== null || (asking && !proposal)}
            rightSection={<KeyHint keys="mod+enter" />}
          >
            {merging ? 'Commit the merge' : 'Commit'}
          </Button>
        </div>
      )}
    </form>
  )
}

interface TypeAndVersionProps {
  proposal: Proposal | null
  /** Whether commits of this branch take numbers. */
  numbered: boolean
  changeType: ChangeType
  onChange: (changeType: ChangeType) => void
}

function TypeAndVersion({ proposal, numbered, changeType, onChange }: TypeAndVersionProps) {
  const versions = proposal?.nextVersions ?? []
  const next = versions.find((entry) => entry.changeType === changeType)
  const options = versions.map((entry) => ({
    value: entry.changeType,
    label: numbered
      ? `${stateLook('changeType', entry.changeType).word}: ${entry.version ?? 'no new version'}`
      : stateLook('changeType', entry.changeType).word,
  }))
  return (
    <div>
      <NativeSelect
        label="Type of change"
        description={stateLook('changeType', changeType).meaning}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={options.length > 0 ? options : [{ value: changeType, label: '…' }]}
        value={changeType}
        onChange={(event) => onChange(event.currentTarget.value as ChangeType)}
      />
      {proposal && <ProposalReasons proposal={proposal} chosen={changeType} />}
      {numbered ? (
        <p className={classes.versionLine} aria-live="polite">
          {next ? (next.version ?? 'No new version') : '…'}
          <span>
            {next?.version ? 'will be the version' : next ? 'the commit is listed without a number' : ''}
          </span>
        </p>
      ) : (
        <p className={classes.unnumbered}>
          Takes no number: versions are numbered on main. This commit is called by its id.
        </p>
      )}
    </div>
  )
}

function Authors({ proposal }: { proposal: Proposal | null }) {
  if (!proposal || proposal.contributors.length === 0) return null
  return (
    <div>
      <p className={classes.label}>Authors</p>
      <ul className={classes.authors}>
        {proposal.contributors.map((person) => (
          <li key={person.id}>
            <Avatar person={person} size={20} plain />
            {person.name}
          </li>
        ))}
      </ul>
    </div>
  )
}
