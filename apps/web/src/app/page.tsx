import { HomePage } from '../features/home/index.ts'

export default function Page() {
  return <HomePage />
}
