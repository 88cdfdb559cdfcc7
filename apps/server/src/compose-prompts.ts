import { createCatalogue } from './catalogue/index.ts'
import { createChangeRequests } from './change-requests/index.ts'
import { createLifecycle } from './lifecycle/index.ts'
import { createPromptStore, createPrompts } from './prompts/index.ts'
import { createTaxonomyStore } from './taxonomy/index.ts'
import { createVersions } from './versions/index.ts'

type Given = Omit<Parameters<typeof createVersions>[0], 'prompts' | 'catalogue' | 'taxonomy'>

/** The features that carry a prompt from its first words to its end, and the stores that they share with others. */
export function composePrompts(given: Given) {
  const { db } = given
  const promptStore = createPromptStore(db)
  const taxonomyStore = createTaxonomyStore()
  const catalogue = createCatalogue({ db })
  const shared = { ...given, prompts: promptStore, taxonomy: taxonomyStore, catalogue }
  const versions = createVersions(shared)
  const prompts = createPrompts({ ...shared, store: promptStore, versions })
  const changeRequests = createChangeRequests({ ...shared, versions })
  const lifecycle = createLifecycle({ ...shared, versions, changeRequests })
  return { promptStore, taxonomyStore, catalogue, versions, prompts, changeRequests, lifecycle }
}
