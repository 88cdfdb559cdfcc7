import { MissingState } from '../ui/index.ts'

export default function NotFound() {
  return (
    <main>
      <MissingState />
    </main>
  )
}
