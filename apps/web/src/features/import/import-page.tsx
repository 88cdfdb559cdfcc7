'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import { MissingState, Page, PageHeader } from '../../ui/index.ts'
import { useCan, usePageName } from '../shell/index.ts'
import type { ImportRecord } from './import-fragment.ts'
import { FileDrop } from './parts/file-drop.tsx'
import { ImportProgress } from './parts/import-progress.tsx'

/** Brings prompts in from a CSV file: choose, map, look, try, import. The import goes on when the page is left. */
export function ImportPage() {
  usePageName('Import')
  const mayImport = useCan('prompt.import')
  const importId = useSearchParams().get('id')
  const opened = useCallback(({ id }: ImportRecord) => goTo(`?id=${encodeURIComponent(id)}`), [])
  if (!mayImport) return <MissingState />
  return (
    <Page>
      <PageHeader
        title="Import prompts"
        description="From a CSV file whose first line names the columns. Texts come in as they are; only Windows line ends become plain ones, and you are told how many."
      />
      {importId ? (
        <ImportProgress key={importId} id={importId} again={() => goTo('')} />
      ) : (
        <FileDrop opened={opened} />
      )}
    </Page>
  )
}

function goTo(query: string): void {
  window.history.pushState(null, '', window.location.pathname + query)
}
