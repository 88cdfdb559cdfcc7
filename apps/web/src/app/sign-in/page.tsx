import type { Metadata } from 'next'
import { SignInPage } from '../../features/sign-in/index.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { next, problem } = await searchParams
  const text = (value: typeof next) => (typeof value === 'string' ? value : null)
  return <SignInPage next={text(next)} problem={text(problem)} />
}
