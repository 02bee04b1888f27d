using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>Reads a catalogue of approvals. The form is documented in docs/approvals.schema.json.</summary>
internal static class ApprovalReader
{
    public static ApprovalFile Read(SettingsObject root)
    {
        _ = root.OptionalText("$schema");
        _ = root.OptionalText("note");
        Dictionary<string, string> authorities = new(StringComparer.Ordinal);
        Dictionary<string, string> codes = new(StringComparer.Ordinal);
        return new ApprovalFile(
            root.Text("version"),
            root.List("authorities", o => Authority(o, authorities)),
            root.List("items", o => Item(o, authorities, codes)));
    }

    private static Authority Authority(SettingsObject o, Dictionary<string, string> known)
    {
        Authority authority = new(o.Text("code", ProfileParts.Code(), ProfileParts.CodeForm), o.Text("name"));
        if (!known.TryAdd(authority.Code, o.Path)) o.RefuseAt("code", SettingsErrors.NotUnique, authority.Code, known[authority.Code]);
        return authority;
    }

    private static ApprovalItem Item(SettingsObject o, Dictionary<string, string> authorities, Dictionary<string, string> codes)
    {
        var example = o.Flag("example", false);
        ApprovalItem item = new(
            o.Text("code", ProfileParts.Code(), ProfileParts.CodeForm),
            o.Text("name"),
            o.Text("authority", ProfileParts.Code(), ProfileParts.CodeForm),
            o.Choices<DepartmentLevel>("levels", required: false),
            o.Texts("words"),
            o.Texts("notIn", required: false),
            LegalBasis.Read(o, example),
            example);
        if (!codes.TryAdd(item.Code, o.Path)) o.RefuseAt("code", SettingsErrors.NotUnique, item.Code, codes[item.Code]);
        if (item.Authority.Length > 0 && !authorities.ContainsKey(item.Authority))
            o.RefuseAt("authority", SettingsErrors.Dangling, item.Authority, string.Join("、", authorities.Keys));
        return item;
    }
}

/// <summary>What a file of approvals holds.</summary>
internal sealed record ApprovalFile(string Version, IReadOnlyList<Authority> Authorities, IReadOnlyList<ApprovalItem> Items);
