import { createApiKeyService } from './api-key-service.ts'
import type { LibraryDeps } from './deps.ts'
import { createInvitationService } from './invitation-service.ts'
import { createMemberService } from './member-service.ts'
import { createLibraryService } from './service.ts'

export { authorize, type Caller, createCaller, mayRead } from './authorize.ts'
export { changed } from './changed.ts'
export { createPeople, type People } from './people.ts'
export type { ApiKeyRow, InvitationRow, LibraryRow, MemberRow } from './store.ts'
export { createLibraryStore, type LibraryStore } from './store.ts'

/** Libraries, their members, invitations and API keys. */
export function createLibraries(deps: LibraryDeps) {
  return {
    ...createLibraryService(deps),
    ...createMemberService(deps),
    ...createInvitationService(deps),
    ...createApiKeyService(deps),
  }
}

export type LibraryService = ReturnType<typeof createLibraries>
