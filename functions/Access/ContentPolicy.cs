using System.Security.Cryptography;
using System.Text;
using EntCredit.Functions.Pages;
using EntCredit.Stores.Reports;

namespace EntCredit.Functions.Access;

/// <summary>What a browser may load or run for an answer: the style sheets of the product's own pages, known by their hashes, and nothing else.</summary>
public static class ContentPolicy
{
    private static readonly string[] Sheets = [PageShell.Style, ComplianceHtml.Style];

    /// <summary>The policy's text.</summary>
    public static string Text { get; } =
        $"default-src 'none'; style-src {string.Join(' ', Sheets.Select(HashOf))}; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private static string HashOf(string sheet) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'";
}
