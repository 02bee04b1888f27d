// Uploads in, receipts and reports out, the daily roots under write-once, and what the Functions host itself needs.
import { StorageAccount } from '../types.bicep'

param name string
param location string
param tags object

@description('How many copies are kept, and where.')
param redundancy string

@description('Principal of the application.')
param appPrincipalId string

@description('Name of the application\'s identity: known before deployment, so that what-if can tell the name of each grant.')
param appIdentityName string

@description('Log Analytics workspace that keeps the audit trail of deletions.')
param workspaceId string

@description('Days that a deleted or overwritten blob can be brought back.')
param softDeleteDays int

@description('Days after which an upload moves to the Cool tier, and to Cold after six times as many; 0 never moves it.')
param coolAfterDays int

@description('Days for which no one can change or delete a daily root.')
param rootsImmutableDays int

@description('True once the policy on the roots was locked: a locked policy can only be extended, and no longer by this template.')
param rootsPolicyLocked bool

@description('Refuse to delete the account while this is true.')
param protect bool

var containers = [
  'uploads'
  'posts'
  'receipts'
  'reports'
  'cohorts'
  'segments'
  'quarantine'
  'evidence'
  'exports'
  'deployment'
  'deadletters'
]

// Blob: leases, uploads, and user-delegation SAS. Queue: poison messages of the blob trigger. Table: the host's diagnostic events.
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fbe8'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource folders 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource roots 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'roots'
  properties: { publicAccess: 'None' }
}

resource writeOnce 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-01-01' = if (!rootsPolicyLocked) {
  parent: roots
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: rootsImmutableDays
    allowProtectedAppendWrites: false
  }
}

resource ageing 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = if (coolAfterDays > 0) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'uploads-cool-down'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['uploads/', 'cohorts/'] }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterModificationGreaterThan: coolAfterDays }
                tierToCold: { daysAfterModificationGreaterThan: coolAfterDays * 6 }
              }
            }
          }
        }
      ]
    }
  }
}

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, appIdentityName, role.value)
    scope: account
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource deletions 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'deletions'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
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

output id string = account.id
output account StorageAccount = {
  name: account.name
  blobEndpoint: account.properties.primaryEndpoints.blob
  queueEndpoint: account.properties.primaryEndpoints.queue
  tableEndpoint: account.properties.primaryEndpoints.table
}
