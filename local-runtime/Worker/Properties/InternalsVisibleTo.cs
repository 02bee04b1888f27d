using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EntCredit.LocalRuntime.Tests")]
