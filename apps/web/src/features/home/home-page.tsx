'use client'

import { Button } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { graphql, transportFailure } from '../../graphql/index.ts'
import { EmptyState, ErrorState } from '../../ui/index.ts'
import { destinationOf } from './destination.ts'

const HomeQuery = graphql(`
  query Home {
    server {
      setupRequired
    }
    viewer {
      user {
        id
      }
      libraries(first: 1) {
        edges {
          node {
            id
            slug
          }
        }
      }
    }
  }
`)

/** The bare address: leads on to the sign-in page or the first library. */
export function HomePage() {
  const router = useRouter()
  const [{ data, error }, retry] = useQuery({ query: HomeQuery, requestPolicy: 'network-only' })
  const destination = data ? destinationOf(data) : null
  useEffect(() => {
    if (destination) router.replace(destination)
  }, [destination, router])
  if (error && !data)
    return (
      <ErrorState
        title="Incipit does not answer"
        message={transportFailure(error).message}
        retry={() => retry()}
      />
    )
  if (!data || destination) return null
  return (
    <main>
      <EmptyState
        main
        icon={IconBooks}
        title="You belong to no library yet"
        actions={
          <Button component="a" href="/account">
            Your account
          </Button>
        }
      >
        Prompts live in libraries. Ask an admin of one to send you an invitation link.
      </EmptyState>
    </main>
  )
}
