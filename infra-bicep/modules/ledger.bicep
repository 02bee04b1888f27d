// The enterprise ledger in Cosmos DB for NoSQL: one document a record, in the partition of its subject.
param name string
param location string
param tags object

@description('Principal that reads and writes documents.')
param appPrincipalId string

@description('Name of the application\'s identity: known before deployment, so that what-if can tell the name of each grant.')
param appIdentityName string

@description('Log Analytics workspace that keeps the audit trail of administration.')
param workspaceId string

@description('serverless bills each request; autoscale bills the highest throughput of each hour.')
param mode 'serverless' | 'autoscale'

@description('Request units a second that autoscale goes up to (it never goes below a tenth of it).')
param autoscaleMaxThroughput int

@description('How far back the account can be restored to any second.')
param backupTier 'Continuous7Days' | 'Continuous30Days'

@description('Spread the replicas over the zones of the region.')
param zoneRedundant bool

@description('Paths that are indexed beside id and _ts. Each costs request units on every write.')
@maxLength(3)
param indexedPaths string[]

@description('Refuse to delete the account while this is true.')
param protect bool

var dataContributor = '00000000-0000-0000-0000-000000000002'
var databaseName = 'entcredit'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: zoneRedundant }]
    capabilities: mode == 'serverless' ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backupTier } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: databaseName
  properties: { resource: { id: databaseName } }
}

resource ledger 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = {
  parent: database
  name: 'ledger'
  properties: {
    options: mode == 'autoscale' ? { autoscaleSettings: { maxThroughput: autoscaleMaxThroughput } } : {}
    resource: {
      id: 'ledger'
      partitionKey: { kind: 'Hash', version: 2, paths: ['/subject'] }
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [for path in indexedPaths: { path: path }]
        excludedPaths: [{ path: '/*' }]
      }
    }
  }
}

// The keys of personal data, one a subject: apart from what they seal, so that a copy of the ledger alone tells nothing.
resource keys 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = {
  parent: database
  name: 'keys'
  properties: {
    options: mode == 'autoscale' ? { autoscaleSettings: { maxThroughput: 1000 } } : {}
    resource: {
      id: 'keys'
      partitionKey: { kind: 'Hash', version: 2, paths: ['/id'] }
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: []
        excludedPaths: [{ path: '/*' }]
      }
    }
  }
}

// Where the readers of the change feed note how far they came.
resource leases 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = {
  parent: database
  name: 'leases'
  properties: {
    options: mode == 'autoscale' ? { autoscaleSettings: { maxThroughput: 1000 } } : {}
    resource: {
      id: 'leases'
      partitionKey: { kind: 'Hash', version: 2, paths: ['/id'] }
    }
  }
}

resource documents 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, appIdentityName, dataContributor)
  properties: {
    principalId: appPrincipalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: '${account.id}/dbs/${database.name}'
  }
}

resource administration 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'administration'
  scope: account
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protect) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: '存有依法归集的信息 / Holds information collected by law.'
  }
}

output endpoint string = account.properties.documentEndpoint
output databaseName string = database.name
