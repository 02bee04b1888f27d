using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Access;

/// <summary>Who calls.</summary>
public static class Callers
{
    private static readonly object Admitted = new();

    /// <summary>The caller whom <see cref="AccessControl"/> admitted.</summary>
    /// <exception cref="InvalidOperationException">The function is public: nobody was asked who they are.</exception>
    public static Caller Of(HttpRequest request) =>
        request.HttpContext.Items[Admitted] as Caller ?? throw new InvalidOperationException("Nobody was asked who they are.");

    /// <summary>Remembers whom a request comes from, for the function that it is for.</summary>
    internal static void Admit(HttpContext http, Caller caller) => http.Items[Admitted] = caller;
}
