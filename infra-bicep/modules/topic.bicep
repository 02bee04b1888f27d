// One kind of message, and who listens to it. An event's id is its message's id, so a repeated send is dropped here.
import { Topic } from '../types.bicep'

param namespaceName string
param topic Topic
param maxDeliveryCount int

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: namespaceName
}

resource kind 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' = {
  parent: namespace
  name: topic.name
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'P7D'
    supportOrdering: true
  }
}

module department 'subscription.bicep' = [
  for subscriber in topic.subscriptions: {
    name: take('subscription-${topic.name}-${subscriber.name}', 64)
    params: {
      namespaceName: namespace.name
      topicName: kind.name
      subscription: subscriber
      maxDeliveryCount: maxDeliveryCount
    }
  }
]
