@export()
@description('A kind of message and the departments that receive it.')
type Topic = {
  @description('Name of the topic, for example dual-notice.')
  name: string

  @description('Department ids, each a subscription of its own.')
  subscriptions: string[]
}

@export()
@description('A storage account and where its services answer; the addresses end in a slash.')
type StorageAccount = {
  name: string
  blobEndpoint: string
  queueEndpoint: string
  tableEndpoint: string
}
