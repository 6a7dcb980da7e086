// A township's Lianxin on Azure: one storage account, one function app on Flex Consumption, nothing reachable by key but for the deployment.
// The same file serves global Azure and Azure China: every suffix comes from environment().
targetScope = 'resourceGroup'

@description('Short code of the agency, the first part of every id, for example ligang.')
@minLength(2)
@maxLength(12)
param agency string

@description('Name of the agency as printed, for example 贺兰县立岗镇.')
param agencyName string

param location string = resourceGroup().location

@description('Origin of the public pages, for example https://www.example.gov.cn. Empty: the storage account\'s own site.')
param publicBaseUrl string = ''

@description('Prefix of index numbers 索引号: the organisation code, characters 9 to 17 of the 18-character credit code. Capitals and digits.')
@minLength(9)
@maxLength(9)
param indexPrefix string

var token = uniqueString(resourceGroup().id, agency)
var storageName = take('lianxin${token}', 24)
var appName = 'lianxin-${agency}-${take(token, 6)}'

// Roles the app's own identity needs: rows, blobs and messages, and signing links by user delegation.
var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: storageName
  location: location
  sku: { name: 'Standard_ZRS' }
  kind: 'StorageV2'
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    // The static site is served from its own endpoint; no container is public.
    allowBlobPublicAccess: false
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: storage
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'packages'
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${appName}-plan'
  location: location
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  kind: 'functionapp'
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packages.name}'
          authentication: { type: 'SystemAssignedIdentity' }
        }
      }
      runtime: { name: 'custom', version: '1.0' }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 40 }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [
        { name: 'AzureWebJobsStorage__accountName', value: storage.name }
        { name: 'Lianxin__StorageAccount', value: storage.name }
        { name: 'Lianxin__StorageSuffix', value: environment().suffixes.storage }
        { name: 'Lianxin__Agency', value: agency }
        { name: 'Lianxin__AgencyName', value: agencyName }
        { name: 'Lianxin__IndexPrefix', value: indexPrefix }
        { name: 'Lianxin__BehindFunctionsHost', value: 'true' }
        { name: 'Lianxin__ApiBaseUrl', value: 'https://${appName}.${environment().name == 'AzureChinaCloud' ? 'chinacloudsites.cn' : 'azurewebsites.net'}' }
        { name: 'Lianxin__PublicBaseUrl', value: empty(publicBaseUrl) ? storage.properties.primaryEndpoints.web : publicBaseUrl }
      ]
    }
  }
}

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  name: guid(storage.id, app.id, role.value)
  scope: storage
  properties: {
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

output appName string = app.name
output publicSite string = storage.properties.primaryEndpoints.web
