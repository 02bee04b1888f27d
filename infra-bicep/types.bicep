@export()
@description('A kind of message and the departments that receive it.')
type Topic = {
  @description('Name of the topic, for example dual-notice.')
  name: string

  @description('The departments, each with a subscription of its own.')
  subscriptions: Subscription[]
}

@export()
@description('A department that receives messages. ./entcredit entities --for bicep writes them from the departments file.')
type Subscription = {
  @description('The department\'s id.')
  name: string

  @description('What it is told beside what is addressed to it, for example jieshou/approver.')
  audiences: string[]
}

@export()
@description('A storage account and where its services answer; the addresses end in a slash.')
type StorageAccount = {
  name: string
  blobEndpoint: string
  queueEndpoint: string
  tableEndpoint: string
}
