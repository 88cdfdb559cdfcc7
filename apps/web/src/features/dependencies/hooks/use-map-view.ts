import { useAddressQuery } from '../../../lib/use-address-query.ts'

export type MapView = 'map' | 'list'

/** Whether the map is drawn or listed: as the address says, otherwise drawn where there is room. */
export function useMapView(roomy: boolean): readonly [MapView, (view: MapView) => void] {
  const [params, setQuery] = useAddressQuery()
  const asked = params.get('view')
  const view = asked === 'map' || asked === 'list' ? asked : roomy ? 'map' : 'list'
  const setView = (next: MapView): void => {
    const changed = new URLSearchParams(params)
    changed.set('view', next)
    setQuery(`?${changed}`, { replace: true })
  }
  return [view, setView]
}
