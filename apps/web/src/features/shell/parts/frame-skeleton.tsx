import { Skeleton } from '@mantine/core'
import { Mark, SkeletonRows } from '../../../ui/index.ts'
import layout from './frame-layout.module.css'
import switcher from './library-switcher.module.css'
import rail from './rail.module.css'
import topBar from './top-bar.module.css'

/** The frame before it is known who asks: the same places, the same sizes. */
export function FrameSkeleton({ narrow }: { narrow: boolean }) {
  return (
    <div className={layout.frame} data-narrow={narrow || undefined}>
      <div className={rail.rail}>
        <div className={switcher.switcher}>
          <Mark size={24} />
          {!narrow && <Skeleton height={12} width={112} />}
        </div>
      </div>
      <div className={layout.column}>
        <div className={topBar.bar}>
          <Skeleton height={12} width={144} mr="auto" />
          <Skeleton circle height={24} />
        </div>
        <div className={layout.content}>
          <SkeletonRows rows={12} />
        </div>
      </div>
    </div>
  )
}
