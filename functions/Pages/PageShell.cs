using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EntCredit.Functions.Pages;

/// <summary>What every page has in common: one document in Chinese, without scripts.</summary>
internal static class PageShell
{
    /// <summary>Escapes what is HTML's own; Chinese stays readable in the page's source.</summary>
    public static HtmlEncoder Html { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The style of all pages.</summary>
    public static string Style { get; } = Asset("site.css");

    /// <summary>A page with a body that is escaped already.</summary>
    public static string Document(string title, string body) => $"""
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{Html.Encode(title)}·企业信用信息公示</title><style>{Style}</style></head>
        <body><header><a href="/enterprises">企业信用信息公示</a></header><main>{body}</main>
        <footer>公示信息由信息提供单位负责真实性、准确性、及时性。认为公示信息有误的，可以向市场监督管理部门或信息提供单位提出异议。</footer></body></html>
        """;

    private static string Asset(string name)
    {
        using var stream = typeof(PageShell).Assembly.GetManifestResourceStream("pages/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
