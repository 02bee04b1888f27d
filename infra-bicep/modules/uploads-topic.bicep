// Storage announces each new blob here. Who listens is set up in the second stage (../events.bicep).
param name string
param location string
param tags object
param storageId string

@description('Identity that writes undeliverable events to the storage account.')
param identityId string

resource announcements 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    source: storageId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

output name string = announcements.name
