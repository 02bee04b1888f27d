using System.Globalization;
using System.Text;
using EntCredit.Domain.Errors;

namespace EntCredit.Functions.Pages;

/// <summary>The numbered error catalogue as a page, in Chinese and English. Problems point to their row of it.</summary>
internal static class ErrorsPage
{
    private static readonly (char Digit, string Of)[] Groups =
    [
        ('1', "请求 Requests"), ('2', "数据行 Rows"), ('3', "文件和批次 Files and uploads"), ('4', "办理规则 Rules"), ('9', "系统 The system"),
    ];

    /// <summary>The page of all errors.</summary>
    public static string Of(IReadOnlyList<ErrorDefinition> errors)
    {
        var body = new StringBuilder("<h1>错误目录 <small>Error catalogue</small></h1><nav>");
        foreach (var (digit, of) in Groups) body.Append(CultureInfo.InvariantCulture, $"<a href=\"#group-{digit}\">{PageShell.Html.Encode(of)}</a>");
        body.Append("</nav>");
        foreach (var (digit, of) in Groups)
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2 id=\"group-{digit}\">{PageShell.Html.Encode(of)}</h2><table class=\"list\"><tr><th>编号 Code</th><th>错误</th><th>处理办法</th><th>English</th><th>HTTP</th></tr>");
            foreach (var error in errors.Where(error => error.Code[2] == digit))
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr id=\"{error.Code}\"><td>{error.Code}</td><td>{PageShell.Html.Encode(error.Chinese)}</td><td>{PageShell.Html.Encode(error.Mend)}</td><td lang=\"en\">{PageShell.Html.Encode(error.Title)}</td><td>{error.Status}</td></tr>");
            body.Append("</table>");
        }

        return PageShell.Document("错误目录", body.ToString());
    }
}
