'use client'

import { SegmentedControl } from '@mantine/core'
import { useAddressQuery } from '../../lib/use-address-query.ts'
import { ReadOnlyNote, SettingsFrame } from '../settings/index.ts'
import { useCan, usePageName } from '../shell/index.ts'
import { CategoryList } from './parts/category-list.tsx'
import { TagSection } from './parts/tag-section.tsx'
import classes from './taxonomy-page.module.css'

/** How the library orders its prompts: categories with their second level, and tags. */
export function TaxonomyPage() {
  usePageName('Taxonomy')
  const [params, setQuery] = useAddressQuery()
  const maySetCategories = useCan('taxonomy.manage')
  const mayManageTags = useCan('tag.manage')
  const shown = params.get('show') === 'tags' ? 'tags' : 'categories'
  return (
    <SettingsFrame
      title="Taxonomy"
      description="Where prompts belong and the words that group them. Category and subcategory stand in every prompt’s key; tags do not."
    >
      <SegmentedControl
        size="xs"
        className={classes.choice}
        aria-label="Part of the taxonomy"
        value={shown}
        onChange={(value) => setQuery(value === 'tags' ? '?show=tags' : '')}
        data={[
          { value: 'categories', label: 'Categories' },
          { value: 'tags', label: 'Tags' },
        ]}
      />
      {shown === 'categories' ? (
        <>
          {!maySetCategories && (
            <ReadOnlyNote>Only admins can change categories. You see them as they are.</ReadOnlyNote>
          )}
          <CategoryList mayChange={maySetCategories} />
        </>
      ) : (
        <>
          {!mayManageTags && (
            <ReadOnlyNote>Only developers and admins can change tags. You see them as they are.</ReadOnlyNote>
          )}
          <TagSection mayChange={mayManageTags} />
        </>
      )}
    </SettingsFrame>
  )
}
