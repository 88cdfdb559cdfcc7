import { useState } from 'react'
import { useMutation } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  type VariablesOf,
} from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'

const CategoryUpdate = graphql(
  `
  mutation CategoryUpdate($input: CategoryUpdateInput!) {
    categoryUpdate(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

const SubcategoryCreate = graphql(
  `
  mutation SubcategoryCreate($input: SubcategoryCreateInput!) {
    subcategoryCreate(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

const SubcategoryDelete = graphql(
  `
  mutation SubcategoryDelete($input: SubcategoryDeleteInput!) {
    subcategoryDelete(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

type CategoryChange = Omit<VariablesOf<typeof CategoryUpdate>['input'], 'libraryId' | 'category'>
type NewSubcategory = Omit<VariablesOf<typeof SubcategoryCreate>['input'], 'libraryId' | 'category'>

/** What an admin can change about one category; each answers whether it was done. */
export function useCategoryChanges(category: string, done: () => void) {
  const { id: libraryId } = useLibrary()
  const [updating, update] = useMutation(CategoryUpdate)
  const [creating, create] = useMutation(SubcategoryCreate)
  const [deleting, remove] = useMutation(SubcategoryDelete)
  const [failure, setFailure] = useState<Failure | null>(null)
  const settle = (failed: Failure | null): Failure | null => {
    setFailure(failed)
    if (!failed) done()
    return failed
  }
  return {
    busy: updating.fetching || creating.fetching || deleting.fetching,
    failure,
    save: async (change: CategoryChange) =>
      settle(failureOf(await update({ input: { libraryId, category, ...change } }))),
    addSubcategory: async (wanted: NewSubcategory) =>
      settle(failureOf(await create({ input: { libraryId, category, ...wanted } }))),
    deleteSubcategory: async (name: string) =>
      settle(failureOf(await remove({ input: { libraryId, category, name } }))),
  }
}
