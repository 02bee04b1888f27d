using EntCredit.Domain.Departments;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Access;

/// <summary>Who calls: the department whose key the request carries.</summary>
public sealed class Callers(DepartmentRegister departments, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>The header that carries the key.</summary>
    public const string KeyHeader = "X-Api-Key";

    private static readonly object Admitted = new();

    /// <summary>The caller whom <see cref="AccessControl"/> admitted.</summary>
    /// <exception cref="InvalidOperationException">The function is public: nobody was asked who they are.</exception>
    public static Caller Of(HttpRequest request) =>
        request.HttpContext.Items[Admitted] as Caller ?? throw new InvalidOperationException("Nobody was asked who they are.");

    /// <summary>The calling department, or null where there is no key or none in force. Keys live by machine time.</summary>
    public Department? Authenticate(HttpRequest request) =>
        request.Headers[KeyHeader] is [{ Length: > 0 } key] ? departments.FindByKey(key, machine.GetUtcNow()) : null;

    /// <summary>Remembers whom a request comes from, for the function that it is for.</summary>
    internal static void Admit(HttpContext http, Caller caller) => http.Items[Admitted] = caller;
}
