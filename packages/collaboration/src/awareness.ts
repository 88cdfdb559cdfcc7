/** Who a cursor belongs to. The server writes it from the session; what a client sends is overwritten. */
export interface AwarenessUser {
  readonly id: string
  readonly name: string
  /** Number of the person's colour, 1–12. */
  readonly hue: number
}

/** A place in the shared text that moves with it: `Y.relativePositionToJSON`. */
export interface RelativePositionJson {
  readonly type?: { readonly client: number; readonly clock: number } | null
  readonly tname?: string | null
  readonly item?: { readonly client: number; readonly clock: number } | null
  readonly assoc?: number
}

/** A selection: where it was started and where the cursor stands. Equal for a bare cursor. */
export interface SelectionJson {
  readonly anchor: RelativePositionJson
  readonly head: RelativePositionJson
}

/** What one connection shows to the others in its room. */
export interface AwarenessState {
  readonly user: AwarenessUser
  /** Absent or `null`: in the room, but without a cursor in the text. */
  readonly selection?: SelectionJson | null
}

/**
 * The selection of a presence state from outside; `null` when it has none or one that is not well formed.
 * Everything else in the state is dropped, so that others only ever read what this type says.
 */
export function parseSelection(state: unknown): SelectionJson | null {
  const selection = field(state, 'selection')
  const anchor = position(field(selection, 'anchor'))
  const head = position(field(selection, 'head'))
  return anchor && head ? { anchor, head } : null
}

/** A presence state of another person, as a client reads it; `null` when it cannot be shown. */
export function parseAwareness(state: unknown): AwarenessState | null {
  const user = field(state, 'user')
  const id = field(user, 'id')
  const name = field(user, 'name')
  const hue = field(user, 'hue')
  if (typeof id !== 'string' || typeof name !== 'string' || typeof hue !== 'number') return null
  if (!Number.isInteger(hue)) return null
  return { user: { id, name, hue }, selection: parseSelection(state) }
}

function position(json: unknown): RelativePositionJson | null {
  const item = id(field(json, 'item'))
  const type = id(field(json, 'type'))
  const tname = field(json, 'tname')
  const assoc = field(json, 'assoc')
  if (!item && !type && typeof tname !== 'string') return null
  return {
    ...(item && { item }),
    ...(type && { type }),
    ...(typeof tname === 'string' && { tname }),
    assoc: assoc === -1 ? -1 : 0,
  }
}

function id(json: unknown): { client: number; clock: number } | null {
  const client = field(json, 'client')
  const clock = field(json, 'clock')
  return isCount(client) && isCount(clock) ? { client, clock } : null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}
