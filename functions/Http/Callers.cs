using EntCredit.Domain.Departments;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Http;

/// <summary>Who calls: the department whose key the request carries.</summary>
public sealed class Callers(DepartmentRegister departments, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>The header that carries the key.</summary>
    public const string KeyHeader = "X-Api-Key";

    /// <summary>The calling department, or null where there is no key or none in force. Keys live by machine time.</summary>
    public Department? Of(HttpRequest request) =>
        request.Headers[KeyHeader] is [{ Length: > 0 } key] ? departments.FindByKey(key, machine.GetUtcNow()) : null;
}
