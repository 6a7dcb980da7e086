// Azure Front Door before the static site: it adds the headers that storage cannot send. Not offered in Azure China.
param name string

@description('Host of the static site, without scheme and slash.')
param originHost string

resource profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: '${name}-door'
  location: 'global'
  sku: { name: 'Standard_AzureFrontDoor' }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-02-01' = {
  parent: profile
  name: name
  location: 'global'
  properties: { enabledState: 'Enabled' }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2024-02-01' = {
  parent: profile
  name: 'site'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3 }
    healthProbeSettings: { probePath: '/', probeRequestType: 'HEAD', probeProtocol: 'Https', probeIntervalInSeconds: 240 }
  }
}

resource origin 'Microsoft.Cdn/profiles/originGroups/origins@2024-02-01' = {
  parent: origins
  name: 'storage'
  properties: { hostName: originHost, originHostHeader: originHost, httpPort: 80, httpsPort: 443, enforceCertificateNameCheck: true }
}

resource rules 'Microsoft.Cdn/profiles/ruleSets@2024-02-01' = {
  parent: profile
  name: 'headers'
}

var headers = {
  'Strict-Transport-Security': 'max-age=31536000'
  'X-Content-Type-Options': 'nosniff'
  'X-Frame-Options': 'DENY'
  'Referrer-Policy': 'strict-origin-when-cross-origin'
}

resource rule 'Microsoft.Cdn/profiles/ruleSets/rules@2024-02-01' = {
  parent: rules
  name: 'everywhere'
  properties: {
    order: 1
    actions: [for header in items(headers): {
      name: 'ModifyResponseHeader'
      parameters: { typeName: 'DeliveryRuleHeaderActionParameters', headerAction: 'Overwrite', headerName: header.key, value: header.value }
    }]
  }
}

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  parent: endpoint
  name: 'site'
  properties: {
    originGroup: { id: origins.id }
    ruleSets: [{ id: rules.id }]
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    cacheConfiguration: { queryStringCachingBehavior: 'IgnoreQueryString' }
  }
  dependsOn: [origin, rule]
}

output address string = 'https://${endpoint.properties.hostName}'
