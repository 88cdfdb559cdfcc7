import { useCallback } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'

const SignOut = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      signedOut
    }
  }
`)

/** Ends the session and leaves for the sign-in page; `everywhere` ends those on other devices too. */
export function useSignOut(): (options?: { everywhere?: boolean }) => Promise<void> {
  const [, signOut] = useMutation(SignOut)
  return useCallback(
    async ({ everywhere = false } = {}) => {
      const { error } = await signOut({ input: { everywhere } })
      if (error)
        showToast({ message: 'You are still signed in: the server could not be reached.', tone: 'bad' })
      else window.location.assign('/sign-in')
    },
    [signOut],
  )
}
