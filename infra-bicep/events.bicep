// EntCredit on Azure, stage two: tell the blob trigger of each upload. It runs after the functions are published,
// because Event Grid asks the trigger to answer before it accepts the subscription, and the trigger's key exists only then.
targetScope = 'resourceGroup'

@description('Output storageAccountName of main.bicep.')
param storageAccountName string

@description('Output uploadsTopicName of main.bicep.')
param uploadsTopicName string

@description('Output identityName of main.bicep.')
param identityName string

@description('Address of the blob trigger, with the system key blobs_extension: read it at deployment, keep it nowhere.')
@secure()
param webhookUrl string

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageAccountName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource announcements 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: uploadsTopicName
}

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: announcements
  name: 'uploads'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: webhookUrl
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/uploads/blobs/'
    }
    // A day of tries; what is still undelivered is kept, and the reconciler finds the upload by its missing receipt.
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'UserAssigned', userAssignedIdentity: identity.id }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: storage.id, blobContainerName: 'deadletters' }
      }
    }
  }
}
