namespace EntCredit.Conformance.Tests.Running;

/// <summary>Cases that change what others would feel: no other runs beside them.</summary>
[CollectionDefinition(nameof(ByThemselves), DisableParallelization = true)]
public sealed class ByThemselves;
