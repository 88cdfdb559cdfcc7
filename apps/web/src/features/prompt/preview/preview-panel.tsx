'use client'

import { Button } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'
import { usePrompt } from '../prompt-context.tsx'
import { IncludeLists } from './include-lists.tsx'
import { MessageList } from './message-list.tsx'
import classes from './preview.module.css'
import { PreviewBar } from './preview-bar.tsx'
import { ProblemList } from './problem-list.tsx'
import { useDrafts } from './use-drafts.ts'
import type { IncludedTexts } from './use-included-texts.ts'
import { usePreview } from './use-preview.ts'
import { ValuesForm } from './values-form.tsx'

export interface PreviewPanelProps {
  /** The live text, as of the last pause in typing. */
  text: string
  included: IncludedTexts
  onGoTo: (offset: number) => void
}

/** How a prompt is looked at, remembered in this browser. */
export interface PreviewLook {
  mode: 'strict' | 'lenient'
  font: 'mono' | 'reading'
}

const LOOK: PreviewLook = { mode: 'strict', font: 'reading' }

/** What a model would get: the prompt filled in with example values, as a conversation. */
export function PreviewPanel({ text, included, onGoTo }: PreviewPanelProps) {
  const { prompt } = usePrompt()
  const [look, setLook] = useLocalStorage<PreviewLook>({ key: 'incipit-preview', defaultValue: LOOK })
  const { drafts, stored, write, reset } = useDrafts(prompt.id)
  const request = useMemo(
    () => ({ text, key: prompt.key, drafts: stored, mode: look.mode, included: [...included.texts] }),
    [text, prompt.key, stored, look.mode, included.texts],
  )
  const { preview, tokens, lost } = usePreview(request)
  if (!preview) {
    return (
      <p className={classes.empty}>
        {lost ? 'The preview could not be made: it took too long, or the connection is lost.' : ''}
      </p>
    )
  }
  return (
    <div className={classes.preview} data-testid="preview">
      <ValuesForm
        fields={preview.fields}
        drafts={drafts}
        onWrite={write}
        onReset={stored.length > 0 ? reset : undefined}
      />
      <PreviewBar
        look={look}
        onLook={setLook}
        messages={preview.messages}
        tokens={tokens}
        limit={included.tokenLimit}
      />
      {lost && (
        <p className={classes.notice}>The newest text could not be filled in. This is the one before.</p>
      )}
      {included.failed && (
        <p className={classes.notice} role="alert">
          The included prompts could not be loaded.{' '}
          <Button size="xs" variant="subtle" onClick={included.retry}>
            Try again
          </Button>
        </p>
      )}
      <ProblemList problems={preview.problems} text={text} onGoTo={onGoTo} />
      <MessageList messages={preview.messages} tokens={tokens?.each} font={look.font} />
      <IncludeLists includes={preview.includes} included={included} onGoTo={onGoTo} />
    </div>
  )
}
