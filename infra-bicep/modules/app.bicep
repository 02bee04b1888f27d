// The functions, on Flex Consumption. The package lies in a container that the identity reads: no publishing password.
import { StorageAccount } from '../types.bicep'

param planName string
param appName string
param location string
param tags object
param identityId string

@description('Client id of the same identity.')
param clientId string

@description('Account whose container "deployment" holds the package, and which the host keeps its leases in.')
param storage StorageAccount

@description('Application Insights resource of the same resource group.')
param insightsName string

param cosmosEndpoint string
param serviceBusNamespace string
param schedulerAddress string
param taskHubName string

@description('Megabytes of memory of an instance.')
param instanceMemoryMB int

@description('The most instances at once.')
param maximumInstanceCount int

@description('Instances of the HTTP functions that always run, so that no counter waits for a cold start.')
param alwaysReadyHttp int

@description('Further settings. They name places and identities; none is a secret.')
param applicationSettings object

// The worker derives public-cloud addresses from an account name and prefers it to addresses, so other clouds get addresses only.
var storageSettings = environment().name == 'AzureCloud'
  ? { AzureWebJobsStorage__accountName: storage.name }
  : {
      AzureWebJobsStorage__blobServiceUri: storage.blobEndpoint
      AzureWebJobsStorage__queueServiceUri: storage.queueEndpoint
      AzureWebJobsStorage__tableServiceUri: storage.tableEndpoint
    }

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: appName
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.blobEndpoint}deployment'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyHttp > 0 ? [{ name: 'http', instanceCount: alwaysReadyHttp }] : []
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(applicationSettings, storageSettings, {
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: clientId
      Cosmos__accountEndpoint: cosmosEndpoint
      Cosmos__credential: 'managedidentity'
      Cosmos__clientId: clientId
      EntCredit__Ledger__Store: 'cosmos'
      // The copy behind the views: made anew from the change feed wherever an instance starts.
      EntCredit__Ledger__Path: '/tmp/entcredit/ledger.db'
      ServiceBus__fullyQualifiedNamespace: serviceBusNamespace
      ServiceBus__credential: 'managedidentity'
      ServiceBus__clientId: clientId
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: schedulerAddress
      TASKHUB_NAME: taskHubName
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
      AZURE_CLIENT_ID: clientId
    })
  }

  resource noPasswordForFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPasswordForPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output host string = app.properties.defaultHostName
