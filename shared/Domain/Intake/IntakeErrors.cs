using System.Reflection;
using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Intake;

/// <summary>The numbered errors of intake: EC2xxx of rows, EC3xxx of files.</summary>
public static partial class IntakeErrors
{
    // Filled when first asked for: the parts of this class lie in several files, and their initialisers run in no known order.
    private static readonly Lazy<IReadOnlyList<ErrorDefinition>> Every = new(() =>
    [
        .. typeof(IntakeErrors).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(ErrorDefinition))
            .Select(p => (ErrorDefinition)p.GetValue(null)!)
            .OrderBy(e => e.Code, StringComparer.Ordinal),
    ]);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<ErrorDefinition> All => Every.Value;
}
