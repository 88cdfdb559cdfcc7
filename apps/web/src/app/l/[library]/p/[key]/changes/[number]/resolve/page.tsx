import { ResolvePage } from '../../../../../../../../features/prompt/index.ts'

export default async function Page({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params
  return <ResolvePage number={/^[1-9]\d{0,8}$/.test(number) ? Number(number) : Number.NaN} />
}
