using 'events.bicep'

// All from the environment: the outputs of the first stage, and the key that was read just now (docs/deploy.md).
var host = readEnvironmentVariable('ENTCREDIT_APP_HOST')
var function = readEnvironmentVariable('ENTCREDIT_UPLOAD_FUNCTION')
var key = readEnvironmentVariable('ENTCREDIT_WEBHOOK_KEY')

param storageAccountName = readEnvironmentVariable('ENTCREDIT_STORAGE')
param uploadsTopicName = readEnvironmentVariable('ENTCREDIT_UPLOADS_TOPIC')
param identityName = readEnvironmentVariable('ENTCREDIT_IDENTITY')
param webhookUrl = 'https://${host}/runtime/webhooks/blobs?functionName=Host.Functions.${function}&code=${key}'
