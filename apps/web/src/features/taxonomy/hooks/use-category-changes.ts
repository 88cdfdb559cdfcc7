import { FailureFragment, graphql, useSend, type VariablesOf } from '../../../graphql/index.ts'
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

const SubcategoryUpdate = graphql(
  `
  mutation SubcategoryUpdate($input: SubcategoryUpdateInput!) {
    subcategoryUpdate(input: $input) {
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
type SubcategoryChange = Omit<
  VariablesOf<typeof SubcategoryUpdate>['input'],
  'libraryId' | 'category' | 'name'
>

/** What an admin can change about one category; each answers with why it was not done, or `null`. */
export function useCategoryChanges(category: string, done: () => void) {
  const { id: libraryId } = useLibrary()
  const { send, busy, failure } = useSend(done)
  return {
    busy,
    failure,
    save: (change: CategoryChange) => send(CategoryUpdate, { libraryId, category, ...change }),
    addSubcategory: (wanted: NewSubcategory) => send(SubcategoryCreate, { libraryId, category, ...wanted }),
    saveSubcategory: (name: string, change: SubcategoryChange) =>
      send(SubcategoryUpdate, { libraryId, category, name, ...change }),
    deleteSubcategory: (name: string) => send(SubcategoryDelete, { libraryId, category, name }),
  }
}
