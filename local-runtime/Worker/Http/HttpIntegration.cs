namespace EntCredit.LocalRuntime.Worker.Http;

/// <summary>Whether the program asked for the ASP.NET Core integration.</summary>
internal sealed record HttpIntegration(bool IsConfigured);
