using System.Runtime.CompilerServices;

// The crash tests leave an engine as a killed process would.
[assembly: InternalsVisibleTo("EntCredit.LocalRuntime.Tests")]

// What is measured is told beside how often the store was used.
[assembly: InternalsVisibleTo("EntCredit.Bench")]
