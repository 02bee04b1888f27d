using System.Runtime.CompilerServices;

// The crash tests leave an engine as a killed process would; the conformance tests record histories and replay them.
[assembly: InternalsVisibleTo("EntCredit.LocalRuntime.Tests")]

// What is measured is told beside how often the store was used.
[assembly: InternalsVisibleTo("EntCredit.Bench")]
[assembly: InternalsVisibleTo("EntCredit.Conformance.Tests")]
