// Everything the register is: tables, documents, messages, the static site. The app makes its tables, queues and further containers itself.
param name string
param location string

@description('Standard_ZRS in three zones of one region; Standard_LRS where a region has no zones; Standard_GZRS for a copy elsewhere.')
param sku string

@description('Days for which a deleted or overwritten document can be had back.')
param keepDays int

@description('Days for which no version of a report or an anchor can be deleted or overwritten by anybody; begins unlocked (infra/README.md).')
param immutableDays int

@description('Refuses the deletion of the account until the lock is taken away.')
param lock bool

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  sku: { name: sku }
  kind: 'StorageV2'
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Everybody comes with an identity; links are signed by user delegation.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    // The static site is served from its own endpoint; no container is public.
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: keepDays }
    containerDeleteRetentionPolicy: { enabled: true, days: keepDays }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'packages'
}

// Editions of reports, and the anchors that prove the events of the register (tables cannot be made immutable). Per version: the app
// may write a draft again, and what was there before stays.
resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [for container in ['reports', 'anchors']: {
  parent: blobs
  name: container
  properties: { immutableStorageWithVersioning: { enabled: true } }
}]

resource keptFor 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [for (container, i) in ['reports', 'anchors']: {
  parent: kept[i]
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: immutableDays }
}]

resource ageing 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions-of-the-site'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['$web/'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: keepDays } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource guard 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  scope: account
  name: 'register'
  properties: { level: 'CanNotDelete', notes: 'The register of the township. Export it before you take this away (docs/operations.md).' }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
output webEndpoint string = account.properties.primaryEndpoints.web
output packagesUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
