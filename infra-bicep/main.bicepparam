using 'main.bicep'

// A test installation with invented names. Copy it for a real one.
param environmentName = 'jieshou-test'
param tags = { owner: 'market-supervision' }

param storageRedundancy = 'Standard_LRS'
param rootsImmutableDays = 30
param protectData = false

param ledgerMode = 'serverless'
param schedulerSku = 'Consumption'
param maximumInstanceCount = 10
param logDailyQuotaGb = 1
