import { cookies } from 'next/headers'

/** Whether the person left the rail collapsed. For server components. */
export async function isRailNarrow(): Promise<boolean> {
  return (await cookies()).get('incipit-rail')?.value === 'narrow'
}
