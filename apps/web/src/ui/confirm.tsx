'use client'

import { Button, Group } from '@mantine/core'
import { type ReactNode, useSyncExternalStore } from 'react'
import { createSignal } from '../lib/signal.ts'
import { Modal } from './overlays.tsx'

interface Question {
  title: string
  /** What will happen, and whether it can be taken back. */
  text: ReactNode
  /** The verb on the button. */
  confirm: string
  destructive?: boolean
}

interface Asked extends Question {
  answer: (yes: boolean) => void
}

let asked: Asked | null = null
let open = false
const changed = createSignal()

/** Asks in a dialog; resolves to true when the person goes ahead. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked?.answer(false)
    asked = {
      ...question,
      answer: (yes) => {
        open = false
        changed.emit()
        resolve(yes)
      },
    }
    open = true
    changed.emit()
  })
}

/** Where the questions of `confirm` appear; once in the page. */
export function ConfirmHost() {
  const isOpen = useSyncExternalStore(
    changed.listen,
    () => open,
    () => false,
  )
  return (
    <Modal opened={isOpen} onClose={() => asked?.answer(false)} title={asked?.title} size={440}>
      {asked?.text}
      <Group justify="flex-end" gap={8} mt={20}>
        <Button onClick={() => asked?.answer(false)}>Cancel</Button>
        <Button
          variant="filled"
          color={asked?.destructive ? 'bad' : undefined}
          data-autofocus
          onClick={() => asked?.answer(true)}
        >
          {asked?.confirm}
        </Button>
      </Group>
    </Modal>
  )
}
