'use client'

import { ActionIcon, Tabs } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import type { WishedFix } from '../../../editor/index.ts'
import { PreviewPanel, type PreviewPanelProps } from '../preview/preview-panel.tsx'
import type { DocumentView } from './document-view.ts'
import { InputsPanel } from './inputs-panel.tsx'
import classes from './inspector.module.css'
import { OutlinePanel } from './outline-panel.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { INSPECTOR_WIDTH, type InspectorTab } from './use-inspector.ts'

export interface InspectorProps {
  view: DocumentView
  /** What the preview is made of; `null` while there is no text. */
  preview: PreviewPanelProps | null
  tab: InspectorTab
  width: number
  onTab: (tab: InspectorTab) => void
  onResize: (width: number) => void
  onClose: () => void
  onGoTo: (place: { line: number; column: number }) => void
  /** Absent where the text can only be read. */
  onFix?: (wished: WishedFix) => void
  onRename?: (offset: number) => void
}

/** What can be said about the text beside it: what comes of it, what callers must give, its parts, its problems. */
export function Inspector(props: InspectorProps) {
  const { view, preview, tab, width, onTab, onClose, onGoTo, onFix, onRename } = props
  return (
    <aside
      className={classes.inspector}
      style={{ '--inspector-width': `${width}px` } as CSSProperties}
      aria-label="Inspector"
    >
      <Divider {...props} />
      <ActionIcon className={classes.close} aria-label="Close the inspector" onClick={onClose}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
      <Tabs
        value={tab}
        onChange={(value) => value && onTab(value as InspectorTab)}
        className={classes.tabs}
        keepMounted={false}
      >
        <Tabs.List className={classes.list}>
          <Tabs.Tab value="preview">Preview</Tabs.Tab>
          <Tabs.Tab value="inputs">Inputs</Tabs.Tab>
          <Tabs.Tab value="outline">Outline</Tabs.Tab>
          <Tabs.Tab value="problems">
            Problems
            {view.problems.length > 0 && <span className={classes.count}>{view.problems.length}</span>}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="preview" className={classes.panel}>
          {preview && <PreviewPanel {...preview} />}
        </Tabs.Panel>
        <Tabs.Panel value="inputs" className={classes.panel}>
          <InputsPanel inputs={view.inputs} text={preview?.text ?? ''} onGoTo={onGoTo} onRename={onRename} />
        </Tabs.Panel>
        <Tabs.Panel value="outline" className={classes.panel}>
          <OutlinePanel outline={view.outline} onGoTo={onGoTo} />
        </Tabs.Panel>
        <Tabs.Panel value="problems" className={classes.panel}>
          <ProblemsPanel problems={view.problems} onGoTo={onGoTo} onFix={onFix} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  )
}

const STEP = 16

/** Drag it, or move it with the arrow keys. */
function Divider({ width, onResize }: Pick<InspectorProps, 'width' | 'onResize'>) {
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    onResize(width - event.movementX)
  }
  const nudge = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') onResize(width + STEP)
    if (key === 'ArrowRight') onResize(width - STEP)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget, which hr is not
    <div
      className={classes.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the inspector"
      aria-valuemin={INSPECTOR_WIDTH.least}
      aria-valuemax={INSPECTOR_WIDTH.most}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => onResize(INSPECTOR_WIDTH.usual)}
      onKeyDown={nudge}
    />
  )
}
