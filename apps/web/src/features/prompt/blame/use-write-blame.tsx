import { useLocalStorage } from '@mantine/hooks'
import { IconUserSearch } from '@tabler/icons-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { ShownBlame } from '../../../editor/index.ts'
import { showToast } from '../../../ui/index.ts'
import { usePaletteActions, useShortcuts } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { BlameStatus } from './blame-status.tsx'
import { useBlame } from './use-blame.ts'
import { useBlameCard } from './use-blame-card.tsx'

interface WriteBlame {
  /** For the editor; absent while it is not shown. */
  inEditor: ShownBlame | undefined
  /** For the status line. */
  status: ReactNode
  /** Floats over the page. */
  card: ReactNode
}

const KEYS = 'mod+shift+b'

/** Who committed the lines of the live text, beside it; switched on and off by the person and remembered. */
export function useWriteBlame(): WriteBlame {
  const { branch } = usePrompt()
  const [on, setOn] = useLocalStorage({ key: 'incipit-blame', defaultValue: false })
  const toggle = useCallback(() => setOn((now) => !now), [setOn])
  const answer = useBlame({ commitId: branch.head?.id ?? null, words: false, pause: !on })
  const view = answer.state === 'ready' ? answer.view : null
  const [line, setLine] = useState<number | null>(null)
  const { onPoint, card } = useBlameCard(view?.commits ?? NONE)
  useToggle(toggle)
  return {
    inEditor: on && view ? { blame: view.blame, onPoint, onLine: setLine } : undefined,
    status: (
      <BlameStatus
        on={on}
        answer={answer}
        commit={line === null ? null : (view?.commits[line] ?? null)}
        line={line}
        onToggle={() => {
          if (!on && answer.state === 'failed') showToast({ message: answer.message, tone: 'bad' })
          toggle()
        }}
      />
    ),
    card: on ? card : null,
  }
}

const NONE: never[] = []

function useToggle(toggle: () => void): void {
  const label = 'Show or hide who wrote each line'
  useShortcuts(useMemo(() => [{ keys: KEYS, label, group: 'Prompt', run: toggle, always: true }], [toggle]))
  usePaletteActions(
    useMemo(
      () => [{ id: 'blame', group: 'Prompt', label, icon: IconUserSearch, keys: KEYS, run: toggle }],
      [toggle],
    ),
  )
}
