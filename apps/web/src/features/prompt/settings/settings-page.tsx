'use client'

import { Page } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { LifeSection } from '../life/life-section.tsx'
import { usePrompt } from '../prompt-context.tsx'
import { ArchiveSection } from './archive-section.tsx'
import { DetailsForm } from './details-form.tsx'
import classes from './settings-page.module.css'

/** What a prompt is called, where it belongs, and whether it is in use. */
export function PromptSettingsPage() {
  const { prompt } = usePrompt()
  const mayUpdate = useCan('prompt.update') && prompt.archivedAt === null
  return (
    <Page>
      <h2 className={classes.heading}>Details</h2>
      <DetailsForm key={`${prompt.id} ${prompt.modifiedAt}`} readOnly={!mayUpdate} />
      <LifeSection />
      <ArchiveSection />
    </Page>
  )
}
