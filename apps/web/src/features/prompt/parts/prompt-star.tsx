import { useMemo, useRef } from 'react'
import { StarButton, useFavourite } from '../../shelf/index.ts'
import { useShortcuts } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'

/** Whether the prompt is a favourite of the person who looks; F changes it. */
export function PromptStar() {
  const { prompt } = usePromptShell()
  const { isFavourite, toggle } = useFavourite(nothing)
  const run = useRef(() => {})
  run.current = () => void toggle(prompt)
  useShortcuts(
    useMemo(() => [{ keys: 'f', label: 'Favourite', group: 'Prompt', run: () => run.current() }], []),
  )
  return <StarButton name={prompt.name} favourite={isFavourite(prompt)} toggle={() => void toggle(prompt)} />
}

const nothing = (): void => {}
