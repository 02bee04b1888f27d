using System.Globalization;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Records;

/// <summary>The records that a department provides.</summary>
public sealed class ListRecords(IRecordBook records)
{
    private const int PageSize = 50;

    /// <summary>The caller's records, newest first; <c>after</c> is the cursor of the page before.</summary>
    [Function("ListRecords")]
    [Access(Reach.Own)]
    [Parameter("item", "信息项代码")]
    [Parameter("phase", "状态", Type = typeof(RecordPhase))]
    [Parameter("batch", "批次编号")]
    [Parameter("code", "统一社会信用代码或注册号")]
    [Parameter("from", "归集之日起（含）", Type = typeof(DateOnly))]
    [Parameter("to", "归集之日止（含）", Type = typeof(DateOnly))]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(RecordList))]
    [Fails("EC1003", "EC1005")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/records")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        RecordPhase? phase = null;
        if (Text(request, "phase") is { } named)
        {
            phase = Words.Read<RecordPhase>(named);
            if (phase is null) return Wrong("phase", named);
        }

        (AliasKind, string)? number = null;
        if (Text(request, "code") is { } code)
        {
            if (Number(code) is not { } read) return Problems.Of(SystemErrors.NoSuchNumber, code);
            number = read;
        }

        if (!Day(request, "from", out var from)) return Wrong("from", request.Query["from"].ToString());
        if (!Day(request, "to", out var to)) return Wrong("to", request.Query["to"].ToString());
        var filter = new RecordFilter(
            Text(request, "item"), phase, Text(request, "batch"), number, from is { } first ? LegalZone.StartOf(first) : null, to is { } last ? LegalZone.EndOf(last) : null);
        var page = await records.OfProviderAsync(caller.Id, filter, Text(request, "after"), PageSize, cancellation);
        return ApiJson.Ok(new RecordList(page, page.Count == PageSize ? page[^1].Id : null));
    }

    private static string? Text(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    private static bool Day(HttpRequest request, string name, out DateOnly? day)
    {
        day = null;
        if (Text(request, name) is not { } text) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;

        // Years that a department may mean: none at the ends of what a calendar can count.
        if (read.Year is < 1949 or > 2999) return false;
        day = read;
        return true;
    }

    private static (AliasKind, string)? Number(string text) =>
        CreditCode.Read(text.Trim()) is { Fault: CreditCodeFault.None } code ? (AliasKind.CreditCode, code.Code)
        : RegistrationNumber.IsValid(text.Trim()) ? (AliasKind.RegistrationNumber, text.Trim())
        : null;

    private static IResult Wrong(string name, string value) => Problems.Of(SystemErrors.Parameter, name, value);
}

/// <summary>A page of records.</summary>
/// <param name="Items">The records, newest first.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record RecordList(IReadOnlyList<ListedRecord> Items, string? Next);
