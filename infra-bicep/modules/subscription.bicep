// A department's subscription: what is addressed to it, and what is for an audience that it belongs to. Nothing else reaches it.
import { Subscription } from '../types.bicep'

param namespaceName string
param topicName string
param subscription Subscription
param maxDeliveryCount int

resource kind 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' existing = {
  name: '${namespaceName}/${topicName}'
}

resource department 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2026-01-01' = {
  parent: kind
  name: subscription.name
  properties: {
    lockDuration: 'PT5M'
    maxDeliveryCount: maxDeliveryCount
    deadLetteringOnMessageExpiration: true
    deadLetteringOnFilterEvaluationExceptions: true
  }
}

// Under the name of the rule that comes with a subscription and lets everything through: it takes that one's place.
resource own 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2026-01-01' = {
  parent: department
  name: '$Default'
  properties: {
    filterType: 'CorrelationFilter'
    correlationFilter: { properties: { department: subscription.name } }
  }
}

resource audience 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2026-01-01' = [
  for (name, index) in subscription.audiences: {
    parent: department
    name: 'audience-${index + 1}'
    properties: {
      filterType: 'CorrelationFilter'
      correlationFilter: { properties: { audience: name } }
    }
  }
]
