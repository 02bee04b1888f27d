namespace EntCredit.Simulator.Tests.Play;

/// <summary>A department's office for one kind of information.</summary>
internal sealed record Desk(string Department, string Item)
{
    /// <summary>Offices of all five jurisdictions, from the departments file for development.</summary>
    public static IReadOnlyList<Desk> All { get; } =
    [
        new("jieshou-registrar", "register"), new("jieshou-housing", "permit"), new("jieshou-enforcement", "penalty"), new("jieshou-enforcement", "permit"),
        new("xinhui-aic", "register"), new("xinhui-environment", "permit"), new("xinhui-customs", "penalty"),
        new("chongqing-aic", "register"), new("chongqing-transport", "permit"), new("chongqing-transport", "penalty"),
        new("fujian-aic", "register"), new("fujian-environment", "penalty"),
        new("hunan-aic", "register"), new("hunan-housing", "permit"),
    ];

    /// <summary>The jurisdiction that its department follows.</summary>
    public string Land => Department[..Department.IndexOf('-', StringComparison.Ordinal)];
}

/// <summary>A file to send.</summary>
internal sealed record Sending(Desk Desk, bool? Declared, IReadOnlyList<Row> Rows);
