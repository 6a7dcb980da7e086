// A township's Lianxin on Azure: one storage account, one function app, watched, with a budget. The same file serves global Azure and
// Azure China: every suffix comes from environment(). Values per environment are in parameters/.
targetScope = 'resourceGroup'

@description('Short code of the agency, the first part of every id, for example ligang. It can never change.')
@minLength(2)
@maxLength(12)
param agency string

@description('Name of the agency as printed, for example 贺兰县立岗镇人民政府.')
param agencyName string

@description('Prefix of index numbers 索引号: the organisation code, characters 9 to 17 of the 18-character credit code. Capitals and digits.')
@minLength(9)
@maxLength(9)
param indexPrefix string

param location string = resourceGroup().location

@description('flex: Flex Consumption. dedicated: a plan of its own with Always On, for regions without Flex, Azure China among them.')
@allowed(['flex', 'dedicated'])
param plan string = environment().name == 'AzureChinaCloud' ? 'dedicated' : 'flex'

param dedicatedSku string = 'S1'

@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Where the public pages are seen, for example https://www.example.gov.cn. Empty: Front Door\'s address, or the storage account\'s own.')
param publicBaseUrl string = ''

@description('Front Door before the public pages.')
param frontDoor bool = environment().name != 'AzureChinaCloud'

param storageSku string = 'Standard_ZRS'

@minValue(7)
@maxValue(365)
param keepDays int = 30

@minValue(1)
param immutableDays int = 30

@description('Refuses the deletion of the storage account.')
param lock bool = true

@description('Mail addresses of those who are woken.')
param operators array = []

@description('Places of the availability tests, by their Azure names.')
param places array = environment().name == 'AzureChinaCloud' ? ['mc-cne2-azr', 'mc-cnn2-azr'] : ['apac-hk-hkn-azr', 'apac-sg-sin-azr', 'apac-jp-kaw-edge']

@description('What a month may cost, in the currency of the subscription; operators are told at 80 and 100 of 100. 0: no budget.')
param monthlyBudget int = 0

@description('First day of a month, not before the present one: when the budget begins.')
param budgetFrom string = utcNow('yyyy-MM-01')

@description('Login name of the first administrator; empty once there is one.')
param firstAdmin string = ''

@secure()
@description('Its first password, to be changed at the first sign-in; empty once there is one.')
param firstAdminPassword string = ''

@description('Collector for traces and metrics by OTLP, for example https://collector.example:4318. Empty: none, and none is loaded.')
param otlpEndpoint string = ''

var token = uniqueString(resourceGroup().id, agency)
var appName = 'lianxin-${agency}-${take(token, 6)}'
var apiBaseUrl = 'https://${appName}.${environment().name == 'AzureChinaCloud' ? 'chinacloudsites.cn' : 'azurewebsites.net'}'

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: { name: take('lianxin${token}', 24), location: location, sku: storageSku, keepDays: keepDays, immutableDays: immutableDays, lock: lock }
}

module insights 'modules/insights.bicep' = {
  name: 'insights'
  params: { name: appName, location: location, keepDays: 90, dailyGigabytes: 1 }
}

module site 'modules/site.bicep' = if (frontDoor) {
  name: 'site'
  params: { name: appName, originHost: split(storage.outputs.webEndpoint, '/')[2] }
}

var seenAt = !empty(publicBaseUrl) ? publicBaseUrl : frontDoor ? site!.outputs.address : storage.outputs.webEndpoint

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: appName
    location: location
    plan: plan
    dedicatedSku: dedicatedSku
    maximumInstances: maximumInstances
    storageName: storage.outputs.name
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    packagesUrl: storage.outputs.packagesUrl
    insightsConnection: insights.outputs.connection
    settings: union(
      {
        Lianxin__Agency: agency
        Lianxin__AgencyName: agencyName
        Lianxin__IndexPrefix: indexPrefix
        Lianxin__ApiBaseUrl: apiBaseUrl
        Lianxin__PublicBaseUrl: seenAt
      },
      empty(firstAdmin) ? {} : { Lianxin__FirstAdmin__Account: firstAdmin, Lianxin__FirstAdmin__Password: firstAdminPassword },
      empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' }
    )
  }
}

module rights 'modules/rights.bicep' = {
  name: 'rights'
  params: { storageName: storage.outputs.name, insightsName: insights.outputs.name, principalId: app.outputs.principalId }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: { name: appName, location: location, insightsId: insights.outputs.id, storageId: storage.outputs.id, healthUrl: '${apiBaseUrl}/api/health', mailTo: operators, places: places }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = if (monthlyBudget > 0 && !empty(operators)) {
  name: '${appName}-budget'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetFrom }
    notifications: {
      soon: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Forecasted', contactEmails: operators }
      over: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Actual', contactEmails: operators }
    }
  }
}

output appName string = app.outputs.name
output storageName string = storage.outputs.name
output publicSite string = seenAt
output health string = '${apiBaseUrl}/api/health'
