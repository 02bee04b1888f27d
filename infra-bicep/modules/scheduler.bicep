// The durable engine: it keeps the waits. Facts are in the ledger, so its task hub can be emptied without losing a duty.
param name string
param location string
param tags object

@description('Principal that schedules and runs orchestrations.')
param appPrincipalId string

@description('Name of the application\'s identity: known before deployment, so that what-if can tell the name of each grant.')
param appIdentityName string

@description('Client id of the same principal, for the address that the application connects to.')
param appClientId string

@description('Consumption bills each action; Dedicated bills capacity units by the hour.')
param sku 'Consumption' | 'Dedicated'

@description('Capacity units of the Dedicated tier.')
param capacity int

@description('CIDR ranges that may connect. An empty list would refuse everyone.')
@minLength(1)
param allowedRanges string[]

var dataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: allowedRanges
    sku: sku == 'Dedicated' ? { name: sku, capacity: capacity } : { name: sku }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: 'entcredit'
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, appIdentityName, dataContributor)
  scope: hub
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataContributor)
  }
}

output address string = 'Endpoint=${scheduler.properties.endpoint};Authentication=ManagedIdentity;ClientID=${appClientId}'
output taskHubName string = hub.name
