'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { transportFailure } from '../../graphql/index.ts'
import { DataTable, EmptyState, ErrorState, LoadMore, MissingState, SkeletonRows } from '../../ui/index.ts'
import { SettingsFrame } from '../settings/index.ts'
import { useCan, usePageName } from '../shell/index.ts'
import { useApiKeys } from './hooks/use-api-keys.ts'
import { CreateKeyDialog } from './parts/create-key-dialog.tsx'
import { KeyRow } from './parts/key-row.tsx'

/** The keys with which programs reach this library. */
export function ApiKeysPage() {
  usePageName('API keys')
  return useCan('key.manage') ? <ApiKeys /> : <MissingState />
}

function ApiKeys() {
  const list = useApiKeys()
  const [creating, dialog] = useDisclosure(false)
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      New key
    </Button>
  )
  return (
    <SettingsFrame
      title="API keys"
      description="Programs reach this library with a key of their own. A key sees this library only, and no more than its level and scopes allow."
      actions={list.rows.length > 0 && create}
    >
      {list.status === 'loading' && <SkeletonRows rows={3} height={48} label="Loading keys" />}
      {(list.status === 'error' || list.status === 'missing') && (
        <ErrorState
          inline
          title="The keys could not be loaded"
          message={list.error ? transportFailure(list.error).message : 'They are not to be found.'}
          retry={list.refresh}
        />
      )}
      {list.status === 'ready' && list.rows.length === 0 && (
        <EmptyState inline icon={IconKey} title="No keys yet" actions={create}>
          Make one for each program, so that you can see when it was last used and revoke it alone.
        </EmptyState>
      )}
      {list.rows.length > 0 && (
        <DataTable wide label="API keys" heads={['Name', 'Level', 'Scopes', 'Last used', 'Ends', '']}>
          {list.rows.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} revoke={list.revoke} />
          ))}
        </DataTable>
      )}
      <LoadMore hasMore={list.hasMore} loadMore={list.loadMore} />
      <CreateKeyDialog opened={creating} close={dialog.close} created={list.refresh} />
    </SettingsFrame>
  )
}
