using System.Text.Json.Nodes;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests.Running;

/// <summary>Permits as an app posts them.</summary>
internal static class Permits
{
    /// <summary>A permit by field codes, of the sample's nth enterprise.</summary>
    public static JsonObject Of(int n, string number, string content = "建筑工程施工总承包三级", string reviewed = "是", string status = "1") =>
        For(Enterprises.Name(n), Enterprises.Code(n), number, content, reviewed, status);

    /// <summary>A permit of any enterprise.</summary>
    public static JsonObject For(
        string name, string code, string number, string content = "建筑工程施工总承包三级", string reviewed = "是", string status = "1") => new()
        {
            ["XK_XDR_MC"] = name,
            ["XK_XDR_LB"] = "02",
            ["XK_XDR_SHXYM"] = code,
            ["XK_FRDB"] = "样甲一",
            ["XK_XKWS"] = "准予行政许可决定书",
            ["XK_WSH"] = number,
            ["XK_XKLB"] = "01",
            ["XK_NR"] = content,
            ["XK_JDRQ"] = "2020-07-01",
            ["XK_YXQZ"] = "2020-07-01",
            ["XK_YXQZI"] = "2025-06-30",
            ["XK_XKJG"] = "界首市住房和城乡建设局",
            ["XK_ZT"] = status,
            ["BMSC"] = reviewed,
        };

    /// <summary>A request's body.</summary>
    public static string Body(params JsonObject[] records) =>
        new JsonObject { ["item"] = "permit", ["records"] = new JsonArray([.. records]) }.ToJsonString(Readable.Json);
}
