import { transportFailure } from '../../../graphql/index.ts'
import { ErrorState, SkeletonRows } from '../../../ui/index.ts'
import { useCategories } from '../hooks/use-categories.ts'
import classes from './category-list.module.css'
import { CategoryRow } from './category-row.tsx'

/** All categories, each with its second level. */
export function CategoryList({ mayChange }: { mayChange: boolean }) {
  const { categories, error, refresh } = useCategories()
  if (!categories)
    return error ? (
      <ErrorState
        inline
        title="The categories could not be loaded"
        message={transportFailure(error).message}
        retry={refresh}
      />
    ) : (
      <SkeletonRows rows={6} height={112} label="Loading categories" />
    )
  return (
    <ul className={classes.list} aria-label="Categories">
      {categories.map((category) => (
        <CategoryRow key={category.name} category={category} mayChange={mayChange} changed={refresh} />
      ))}
    </ul>
  )
}
