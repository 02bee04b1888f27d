namespace EntCredit.LocalRuntime.Worker.Builder;

/// <summary>The ASP.NET Core integration.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>
    /// Lets functions take <c>HttpRequest</c> and give <c>IResult</c>. Middleware added after it finds the <c>HttpContext</c> and has its
    /// result executed.
    /// </summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.IntegrateAspNetCore();
        return builder;
    }
}
