'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { createSignal } from '../../../lib/signal.ts'
import { KeyHint, Modal } from '../../../ui/index.ts'
import { type Shortcut, shortcuts } from '../hooks/use-shortcuts.ts'
import classes from './shortcuts-dialog.module.css'

let opened = false
const changed = createSignal()

/** Shows the list of shortcuts. */
export function openShortcuts(): void {
  set(true)
}

/** Every shortcut of what is shown now, by group. */
export function ShortcutsDialog() {
  const isOpen = useSyncExternalStore(
    changed.listen,
    () => opened,
    () => false,
  )
  const entries = shortcuts.useEntries()
  const groups = useMemo(() => byGroup(entries), [entries])
  return (
    <Modal opened={isOpen} onClose={() => set(false)} title="Keyboard shortcuts" size={560}>
      <div className={classes.groups}>
        {[...groups].map(([group, list]) => (
          <section key={group}>
            <h3 className={classes.heading}>{group}</h3>
            <dl className={classes.list}>
              {list.map(({ keys, label }) => (
                <div key={keys} className={classes.row}>
                  <dt>{label}</dt>
                  <dd>
                    <KeyHint keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function set(next: boolean): void {
  opened = next
  changed.emit()
}

function byGroup(entries: readonly Shortcut[]): Map<string, Shortcut[]> {
  const listed = entries.filter((entry) => !entry.hidden)
  return Map.groupBy(listed, (entry) => entry.group)
}
