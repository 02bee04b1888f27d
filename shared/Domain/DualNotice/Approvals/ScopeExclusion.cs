namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>
/// A part of a business scope that says what the enterprise does not do: 不含危险化学品; 除易制毒化学品外; （危险化学品除外）; 化工产品（除危险化学品、烟花爆竹）.
/// </summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Behind its last character.</param>
/// <param name="By">The word that says so.</param>
internal sealed record ScopeExclusion(int From, int To, string By)
{
    private const string Except = "除外", Open = "（(【[", Close = "）)】]", Stops = "；;。\n";

    private static readonly string[] Negators =
        ["不含", "不包括", "不包含", "不得从事", "不从事", "不得经营", "不经营", "不涉及", "禁止", "严禁", "不得"];

    // Within brackets an enumeration runs to the bracket, unless it turns to what is done after all.
    private static readonly string[] Turns = ["仅限", "仅", "限于", "但可", "含"];

    // 拆除, 清除 … and 除尘, 除虫 … are works, not exceptions.
    private const string BeforeWork = "拆清消排解删免去扫切破根铲驱废脱", AfterWork = "尘虫湿雪锈草臭味甲螨冰霜四";

    /// <summary>All of them in a scope.</summary>
    public static IReadOnlyList<ScopeExclusion> In(string scope)
    {
        List<ScopeExclusion> found = [];
        for (var i = 0; i < scope.Length; i++)
        {
            if (scope[i] is '不' or '禁' or '严') AddNegation(scope, i, found);
            else if (scope[i] == '除') AddExcept(scope, i, found);
        }

        return found;
    }

    private static void AddNegation(string scope, int at, List<ScopeExclusion> found)
    {
        if (Array.Find(Negators, word => string.CompareOrdinal(scope, at, word, 0, word.Length) == 0) is not { } negator) return;
        var (end, bracketed) = EndOf(scope, at);
        var from = at + negator.Length;
        var stop = from;
        while (stop < end && !(bracketed ? TurnsAt(scope, stop) : scope[stop] is '，' or ',')) stop++;
        found.Add(new ScopeExclusion(at, stop, negator));
    }

    private static void AddExcept(string scope, int at, List<ScopeExclusion> found)
    {
        if (string.CompareOrdinal(scope, at, Except, 0, Except.Length) == 0)
        {
            found.Add(new ScopeExclusion(BeginOf(scope, at), at, Except));
            return;
        }

        if (at > 0 && BeforeWork.Contains(scope[at - 1], StringComparison.Ordinal)) return;
        if (at + 1 < scope.Length && AfterWork.Contains(scope[at + 1], StringComparison.Ordinal)) return;
        var (end, bracketed) = EndOf(scope, at);
        var outside = at + 1;
        while (outside < end && !IsOutside(scope, outside, end)) outside++;
        if (outside < end) found.Add(new ScopeExclusion(at, outside, "除…外"));
        else if (bracketed && at > 0 && Open.Contains(scope[at - 1], StringComparison.Ordinal)) found.Add(new ScopeExclusion(at, end, "除"));
    }

    // 除…外 ends its enumeration; the 外 of 外卖 or 外墙 goes on.
    private static bool IsOutside(string scope, int at, int end) => scope[at] == '外'
        && (scope[at - 1] is '以' or '之' || at + 1 >= end || "的，,、；;。 ".Contains(scope[at + 1], StringComparison.Ordinal) || Open.Contains(scope[at + 1], StringComparison.Ordinal));

    private static bool TurnsAt(string scope, int at) => scope[at - 1] is '，' or ',' or '；' or ';' or '。'
        && Turns.Any(turn => string.CompareOrdinal(scope, at, turn, 0, turn.Length) == 0);

    // The end of the clause, or of the bracket that it stands in.
    private static (int End, bool Bracketed) EndOf(string scope, int at)
    {
        var (depth, stop) = (0, -1);
        for (var i = at; i < scope.Length; i++)
        {
            if (Open.Contains(scope[i], StringComparison.Ordinal)) depth++;
            else if (Close.Contains(scope[i], StringComparison.Ordinal) && depth-- == 0) return (i, true);
            else if (depth == 0 && stop < 0 && Stops.Contains(scope[i], StringComparison.Ordinal)) stop = i;
        }

        return (stop < 0 ? scope.Length : stop, false);
    }

    // The beginning of the enumeration that 除外 ends.
    private static int BeginOf(string scope, int at)
    {
        for (var (i, depth) = (at - 1, 0); i >= 0; i--)
        {
            if (Close.Contains(scope[i], StringComparison.Ordinal)) depth++;
            else if (Open.Contains(scope[i], StringComparison.Ordinal) && depth-- == 0) return i + 1;
            else if (depth == 0 && (Stops.Contains(scope[i], StringComparison.Ordinal) || scope[i] is '，' or ',')) return i + 1;
        }

        return 0;
    }
}
