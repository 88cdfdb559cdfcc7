import type { DemoBranch } from '../demo-branch.ts'
import { groupedNumbers } from './grouped-numbers.ts'
import { largeChanges } from './large-changes.ts'
import { severity } from './severity.ts'
import { weighSources } from './weigh-sources.ts'

/** The branches of the demo library: one merged, one in conflict with main, one under review, one just begun. */
export const DEMO_BRANCHES: readonly DemoBranch[] = [severity, largeChanges, weighSources, groupedNumbers]
