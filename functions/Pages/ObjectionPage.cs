using System.Text.Encodings.Web;

namespace EntCredit.Functions.Pages;

/// <summary>The public pages of an objection, in Chinese, without scripts.</summary>
public static class ObjectionPage
{
    private static readonly HtmlEncoder Html = PageShell.Html;

    /// <summary>The form, its record filled in.</summary>
    public static string Form(string record) => PageShell.Document("提出异议", $"""
        <h1>对公示信息提出异议</h1>
        <p>请写明理由并附证明材料：最多5个文件，PDF、JPEG 或 PNG，每个不超过5MB。姓名、联系方式和理由只供受理单位和信息提供单位核实使用，不公开。</p>
        <form class="stack" method="post" action="/api/v1/public/objections" enctype="multipart/form-data">
        <label>记录编号<input name="record" value="{Html.Encode(record)}" maxlength="100" required></label>
        <label>姓名或单位名称<input name="name" maxlength="100" required></label>
        <label>联系方式<input name="contact" maxlength="200" required></label>
        <label>理由<textarea name="grounds" maxlength="4000" rows="6" required></textarea></label>
        <label>证明材料<input type="file" name="evidence" accept=".pdf,.jpg,.jpeg,.png" multiple required></label>
        <button>提交</button></form>
        """);

    /// <summary>What the applicant must keep.</summary>
    public static string Taken(string id, string secret) => PageShell.Document("异议已受理", $"""
        <h1>异议已受理</h1><p>请记下案号和查询密码，查询密码只显示这一次。</p>
        <dl class="ids"><div><dt>案号</dt><dd>{Html.Encode(id)}</dd></div><div><dt>查询密码</dt><dd>{Html.Encode(secret)}</dd></div></dl>
        """);
}
