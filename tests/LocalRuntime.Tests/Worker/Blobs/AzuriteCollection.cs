namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

[CollectionDefinition("azurite")]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>;
