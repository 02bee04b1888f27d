using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Http;

/// <summary>Where an HTTP function is found.</summary>
internal sealed record HttpRoute(RoutePattern Pattern)
{
    public IEnumerable<string> ParameterNames => Pattern.Parameters.Select(p => p.Name);

    /// <exception cref="StartupException">The template is none, or lies where the host answers itself.</exception>
    public static HttpRoute Of(string function, HttpTriggerAttribute trigger, IConfiguration settings, string prefix = "")
    {
        if (trigger.AuthLevel is AuthorizationLevel.User or AuthorizationLevel.System)
            throw new StartupException($"this host has no authorization level {trigger.AuthLevel}; use Anonymous, Function or Admin");
        string template = SettingExpression.Resolve(trigger.Route ?? function, settings).Trim('/');
        if (prefix.Length > 0)
            template = $"{prefix}/{template}";
        string first = template.Split('/')[0];
        if (first is "admin" or "runtime")
            throw new StartupException($"the route '{template}' lies under /{first}, which belongs to the host");
        try
        {
            return new(RoutePatternFactory.Parse(template));
        }
        catch (RoutePatternException e)
        {
            throw new StartupException($"the route '{template}' is not one: {e.Message}", e);
        }
    }
}
