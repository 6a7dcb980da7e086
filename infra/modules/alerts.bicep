// Wakes somebody: when the app does not answer, when its health report names a trouble, when storage itself does not answer.
param name string
param location string
param insightsId string
param storageId string
param healthUrl string

@description('Who is told, by mail. Nobody is: empty.')
param mailTo array

@description('Places from which the health report is asked; two at least, so that one broken line wakes nobody.')
param places array

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: 'lianxin'
    enabled: true
    emailReceivers: [for (address, i) in mailTo: { name: 'operator-${i}', emailAddress: address, useCommonAlertSchema: true }]
  }
}

var questions = [
  { key: 'serves', meaning: 'GET /api/health does not answer 200.', severity: 1, content: null }
  { key: 'ok', meaning: 'GET /api/health names a trouble; what to do stands in docs/operations.md.', severity: 2, content: { ContentMatch: '"status":"ok"', PassIfTextFound: true } }
]

resource tests 'Microsoft.Insights/webtests@2022-06-15' = [for q in questions: {
  name: '${name}-${q.key}'
  location: location
  kind: 'standard'
  // Without this tag the test is not shown under its component.
  tags: { 'hidden-link:${insightsId}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${name}-${q.key}'
    Name: '${name}-${q.key}'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [for place in places: { Id: place }]
    Request: { RequestUrl: healthUrl, HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14, ContentValidation: q.content }
  }
}]

resource health 'Microsoft.Insights/metricAlerts@2018-03-01' = [for (q, i) in questions: {
  name: '${name}-${q.key}'
  location: 'global'
  properties: {
    description: q.meaning
    severity: q.severity
    enabled: true
    scopes: [tests[i].id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: tests[i].id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}]

resource storage 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-storage'
  location: 'global'
  properties: {
    description: 'Storage answers less than 99 of 100 calls.'
    severity: 1
    enabled: true
    scopes: [storageId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        { name: 'availability', criterionType: 'StaticThresholdCriterion', metricName: 'Availability', timeAggregation: 'Average', operator: 'LessThan', threshold: 99 }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
