namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// What a head becomes by an append. Its events lie in it while they are few; once they take more than <see cref="MostInHead"/> characters, all but the last move to pages, which are written
/// first, once, and never again: a page's id names its versions, and a stream has one event for each version.
/// </summary>
internal static class StreamGrowth
{
    /// <summary>Characters of events that a head holds at most, unless its last event alone has more. Each append writes all of it.</summary>
    public const int MostInHead = 8_000;

    /// <summary>Characters that a page holds at most, unless one event alone has more. A document may have two megabytes.</summary>
    public const int MostInPage = 250_000;

    /// <summary>The id of a page. No stream's name has an exclamation mark.</summary>
    public static string PageId(string stream, PageSpan span) => $"{stream}!{span.From}-{span.To}";

    /// <summary>The head after an append, and the pages to write before it.</summary>
    /// <param name="head">The head before; a head of version 0 where there is none.</param>
    /// <param name="added">The events to append, in order.</param>
    public static (LedgerDocument Head, IReadOnlyList<LedgerDocument> Pages) Append(LedgerDocument head, IReadOnlyList<EventEntry> added)
    {
        var hash = added.Aggregate(head.Hash, (previous, entry) => EventEntries.Next(previous, entry.Canonical()));
        IReadOnlyList<EventEntry> all = [.. head.Events ?? [], .. added];
        var next = head with { Version = head.Version + added.Count, Hash = hash, Events = all, Fence = null, ETag = null };
        if (all.Count == 1 || all.Sum(entry => entry.Length()) <= MostInHead) return (next, []);

        var from = head.Pages?[^1].To + 1 ?? 1;
        var before = head.Before;
        var pages = new List<LedgerDocument>();
        var spans = head.Pages?.ToList() ?? [];
        foreach (var part in Parts(all.Take(all.Count - 1)))
        {
            var span = new PageSpan(from, from + part.Count - 1);
            pages.Add(new LedgerDocument { Id = PageId(head.Id, span), Subject = head.Subject, Kind = LedgerDocument.Page, Before = before, Events = part });
            spans.Add(span);
            before = part.Aggregate(before, (previous, entry) => EventEntries.Next(previous, entry.Canonical()));
            from = span.To + 1;
        }

        return (next with { Before = before, Pages = spans, Events = [all[^1]] }, pages);
    }

    private static IEnumerable<List<EventEntry>> Parts(IEnumerable<EventEntry> entries)
    {
        var part = new List<EventEntry>();
        var characters = 0;
        foreach (var entry in entries)
        {
            if (part.Count > 0 && characters + entry.Length() > MostInPage)
            {
                yield return part;
                (part, characters) = ([], 0);
            }

            part.Add(entry);
            characters += entry.Length();
        }

        if (part.Count > 0) yield return part;
    }
}
