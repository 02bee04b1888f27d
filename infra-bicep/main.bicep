// EntCredit on Azure, stage one: everything but the event subscription (events.bicep), which needs the deployed functions.
// No resource takes a key or a password: one identity, roles, Entra tokens. See docs/deploy.md.
targetScope = 'resourceGroup'

import { Topic } from 'types.bicep'

@description('Short name of this installation, for example jieshou-test. It is part of every resource name.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('Region. Flex Consumption and the Durable Task Scheduler must both be offered in it.')
param location string = resourceGroup().location

@description('Tags that every resource carries.')
param tags object = {}

@description('Copies of what is stored: LRS one building, ZRS three zones, GRS and GZRS a second region too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Days that a deleted or overwritten blob can be brought back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 30

@description('Days after which uploads and manifests move to the Cool tier (Cold after six times as many); 0 never moves them.')
@minValue(0)
param coolAfterDays int = 60

@description('Days for which no one, the owner included once the policy is locked, can change or delete a daily root.')
@minValue(1)
@maxValue(146000)
param rootsImmutableDays int = 3650

@description('Set after the policy on the roots was locked, so that this template leaves it alone.')
param rootsPolicyLocked bool = false

@description('serverless bills each request; autoscale bills the highest throughput of each hour. An account cannot change from one to the other in place.')
@allowed(['serverless', 'autoscale'])
param ledgerMode string = 'serverless'

@description('Request units a second that the ledger goes up to under autoscale.')
@minValue(1000)
@maxValue(1000000)
param ledgerMaxThroughput int = 10000

@description('How far back the ledger can be restored to any second. Thirty days cost extra storage.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param ledgerBackup string = 'Continuous7Days'

@description('Spread the ledger over the zones of the region.')
param ledgerZoneRedundant bool = false

@description('Paths of the ledger that are indexed. Each costs request units on every write: three at most. The ledger reads by id and by change feed, and needs none.')
@maxLength(3)
param ledgerIndexedPaths string[] = []

@description('Topics need Standard; Premium adds dedicated capacity and availability zones.')
@allowed(['Standard', 'Premium'])
param messagingSku string = 'Standard'

@description('The kinds of message between departments, each with its subscribers.')
param topics Topic[] = []

@description('Deliveries after which a message is put aside with its reason.')
@minValue(1)
@maxValue(2000)
param maxDeliveryCount int = 10

@description('Consumption bills each durable action; Dedicated bills capacity units by the hour.')
@allowed(['Consumption', 'Dedicated'])
param schedulerSku string = 'Consumption'

@description('Capacity units of a Dedicated scheduler.')
@minValue(1)
@maxValue(3)
param schedulerCapacity int = 1

@description('CIDR ranges that may connect to the scheduler. Roles are checked in any case.')
@minLength(1)
param schedulerAllowedRanges string[] = ['0.0.0.0/0']

@description('Megabytes of memory of a function instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most function instances at once; it also caps the bill.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances for HTTP that always run; 0 accepts cold starts.')
@minValue(0)
@maxValue(100)
param alwaysReadyHttp int = 0

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Gigabytes of logs a day after which no more are taken until the next day; -1 is without limit.')
@minValue(-1)
param logDailyQuotaGb int = 5

@description('Refuse to delete the ledger and the storage account. Lift it before an installation is taken down.')
param protectData bool = true

@description('Further settings of the application, by name. Never a secret: settings are readable to every reader of the resource group.')
param applicationSettings object = {}

var token = uniqueString(resourceGroup().id, environmentName)
var suffix = toLower('${environmentName}-${take(token, 6)}')
var identityName = 'id-entcredit-${suffix}'
var insightsName = 'appi-entcredit-${suffix}'
var allTags = union({ application: 'EntCredit', environment: environmentName }, tags)

module identity 'modules/identity.bicep' = {
  params: {
    name: identityName
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: 'log-entcredit-${suffix}'
    insightsName: insightsName
    location: location
    tags: allTags
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: 'stentcredit${token}'
    location: location
    tags: allTags
    redundancy: storageRedundancy
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    softDeleteDays: softDeleteDays
    coolAfterDays: coolAfterDays
    rootsImmutableDays: rootsImmutableDays
    rootsPolicyLocked: rootsPolicyLocked
    protect: protectData
  }
}

module ledger 'modules/ledger.bicep' = {
  params: {
    name: 'cosmos-entcredit-${suffix}'
    location: location
    tags: allTags
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    mode: ledgerMode
    autoscaleMaxThroughput: ledgerMaxThroughput
    backupTier: ledgerBackup
    zoneRedundant: ledgerZoneRedundant
    indexedPaths: ledgerIndexedPaths
    protect: protectData
  }
}

module messages 'modules/messages.bicep' = {
  params: {
    name: 'sb-entcredit-${suffix}'
    location: location
    tags: allTags
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    sku: messagingSku
    topics: topics
    maxDeliveryCount: maxDeliveryCount
  }
}

module scheduler 'modules/scheduler.bicep' = {
  params: {
    name: 'dts-entcredit-${suffix}'
    location: location
    tags: allTags
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    appClientId: identity.outputs.clientId
    sku: schedulerSku
    capacity: schedulerCapacity
    allowedRanges: schedulerAllowedRanges
  }
}

module uploadsTopic 'modules/uploads-topic.bicep' = {
  params: {
    name: 'evgt-entcredit-${suffix}'
    location: location
    tags: allTags
    storageId: storage.outputs.id
    identityId: identity.outputs.id
  }
}

module app 'modules/app.bicep' = {
  params: {
    planName: 'plan-entcredit-${suffix}'
    appName: 'func-entcredit-${suffix}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttp: alwaysReadyHttp
    storage: storage.outputs.account
    insightsName: insightsName
    clientId: identity.outputs.clientId
    cosmosEndpoint: ledger.outputs.endpoint
    serviceBusNamespace: messages.outputs.fullyQualifiedNamespace
    schedulerAddress: scheduler.outputs.address
    taskHubName: scheduler.outputs.taskHubName
    applicationSettings: applicationSettings
  }
}

output functionAppName string = app.outputs.name
output functionAppHost string = app.outputs.host
output storageAccountName string = storage.outputs.account.name
output uploadsTopicName string = uploadsTopic.outputs.name
output identityName string = identityName
