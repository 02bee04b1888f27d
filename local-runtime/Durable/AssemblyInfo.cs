using System.Runtime.CompilerServices;

// The crash tests leave an engine as a killed process would.
[assembly: InternalsVisibleTo("EntCredit.LocalRuntime.Tests")]
