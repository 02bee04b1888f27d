// Messages between departments: a topic a kind, a subscription a department.
import { Topic } from '../types.bicep'

param name string
param location string
param tags object

@description('Principal that sends and receives.')
param appPrincipalId string

@description('Name of the application\'s identity: known before deployment, so that what-if can tell the name of each grant.')
param appIdentityName string

param sku 'Standard' | 'Premium'

@description('The topics, each with the departments that subscribe to it.')
param topics Topic[]

@description('Deliveries after which a message is put aside, with its reason, for the operator.')
param maxDeliveryCount int

// Not the owner role: the application never makes or deletes a topic.
var roles = {
  sender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  receiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
}

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku, tier: sku, capacity: sku == 'Premium' ? 1 : null }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }
}

module topic 'topic.bicep' = [
  for item in topics: {
    name: 'topic-${item.name}'
    params: {
      namespaceName: namespace.name
      topic: item
      maxDeliveryCount: maxDeliveryCount
    }
  }
]

// What departments answer. A second answer of the same id is dropped here, as long as an old one would still be taken by its time.
resource answers 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = {
  parent: namespace
  name: 'answers'
  properties: {
    lockDuration: 'PT5M'
    maxDeliveryCount: maxDeliveryCount
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'P7D'
    deadLetteringOnMessageExpiration: true
  }
}

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(namespace.id, appIdentityName, role.value)
    scope: namespace
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

// The host name alone, whichever cloud it is in: https://NAME.SUFFIX:443/ without scheme and port.
output fullyQualifiedNamespace string = split(split(namespace.properties.serviceBusEndpoint, '//')[1], ':')[0]
