using EntCredit.Functions.Access;
using Microsoft.AspNetCore.Routing;

namespace EntCredit.Functions.Tests.Access;

/// <summary>Something that a route names.</summary>
/// <param name="Of">The route's values for what belongs to a department.</param>
/// <param name="IsEverybodys">Whether it belongs to nobody in particular, so that another's is no case.</param>
internal sealed record SampleObject(Func<string, object> Of, bool IsEverybodys = false)
{
    /// <summary>The path of a department's thing.</summary>
    public string PathOf(Door door, string department) => "/" + new RouteValueDictionary(Of(department))
        .Aggregate(door.Route, (route, value) => route.Replace($"{{{value.Key}}}", (string)value.Value!, StringComparison.Ordinal).Replace($"{{*{value.Key}}}", (string)value.Value!, StringComparison.Ordinal));
}
