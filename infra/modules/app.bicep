// The function app with an identity of its own, on Flex Consumption, or on a plan of its own where Flex is not offered (Azure China).
param name string
param location string

@allowed(['flex', 'dedicated'])
param plan string

@description('Size of a dedicated plan, for example S1 or P0v3.')
param dedicatedSku string

@description('Most instances of a Flex plan. 40 is its smallest limit; it is no reservation.')
param maximumInstances int

param storageName string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string
param packagesUrl string
param insightsConnection string

@description('Lianxin__… settings, by name.')
param settings object

var flex = plan == 'flex'

resource farm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  sku: flex ? { name: 'FC1', tier: 'FlexConsumption' } : { name: dedicatedSku }
  kind: flex ? 'functionapp' : 'linux'
  properties: { reserved: true }
}

var common = union(settings, {
  // By address and not by account name: the name alone would mean global Azure.
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__tableServiceUri: tableEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
  Lianxin__StorageAccount: storageName
  Lianxin__StorageSuffix: environment().suffixes.storage
  Lianxin__BehindFunctionsHost: 'true'
})

// Flex takes the package from its deployment container by itself and refuses these settings.
var dedicatedOnly = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'custom'
  WEBSITE_RUN_FROM_PACKAGE: '${packagesUrl}/app.zip'
  WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: 'SystemAssigned'
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: farm.id
    httpsOnly: true
    clientAffinityEnabled: false
    functionAppConfig: flex
      ? {
          deployment: { storage: { type: 'blobContainer', value: packagesUrl, authentication: { type: 'SystemAssignedIdentity' } } }
          runtime: { name: 'custom', version: '1.0' }
          scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: maximumInstances }
        }
      : null
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      // Timers need somebody who is awake; Flex wakes for them by itself.
      alwaysOn: flex ? null : true
      healthCheckPath: flex ? null : '/api/health'
    }
  }
}

resource values 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(common, flex ? {} : dedicatedOnly)
}

// A password for FTP or for the deployment site would be a second way in.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

output id string = app.id
output name string = app.name
output principalId string = app.identity.principalId
output host string = app.properties.defaultHostName
