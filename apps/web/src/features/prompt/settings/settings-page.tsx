'use client'

import { Page, SkeletonRows, useDismissed } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { LifeSection } from '../life/life-section.tsx'
import { usePrompt } from '../prompt-context.tsx'
import { ArchiveSection } from './archive-section.tsx'
import { DetailsForm } from './details-form.tsx'
import { FieldsSection } from './fields-section.tsx'
import { QualitySection } from './quality-section.tsx'
import classes from './settings-page.module.css'
import { useMetadata } from './use-metadata.ts'
import { YamlSection } from './yaml-section.tsx'

/** What a prompt is called, where it belongs, what is said about it, and whether it is in use. */
export function PromptSettingsPage() {
  const { prompt } = usePrompt()
  const { metadata, error, refresh } = useMetadata()
  const { isDismissed, dismiss } = useDismissed()
  const mayUpdate = useCan('prompt.update') && prompt.archivedAt === null
  return (
    <Page>
      <h2 className={classes.heading}>Details</h2>
      <DetailsForm
        key={`${prompt.id} ${prompt.modifiedAt}`}
        readOnly={!mayUpdate}
        suggestedTags={
          metadata?.suggestedTags.map(({ name }) => name).filter((name) => !isDismissed(name)) ?? []
        }
        dismissTag={dismiss}
        includedBy={metadata?.includedByCount ?? 0}
      />
      {!metadata && !error && <SkeletonRows rows={4} height={40} label="Loading the metadata" />}
      {metadata && (
        <>
          <FieldsSection values={metadata.customValues} readOnly={!mayUpdate} saved={refresh} />
          <QualitySection quality={metadata.quality} />
        </>
      )}
      <LifeSection />
      {metadata && <YamlSection yaml={metadata.metadataYaml} />}
      <ArchiveSection />
    </Page>
  )
}
