// Each test runs an Azurite and a host of its own: side by side they would only wait for each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
