namespace EntCredit.Domain.Inspections;

/// <summary>What may be asked of a draw by lot. Each carries the legal instant at which it happens.</summary>
public abstract record DrawCommand(DateTimeOffset At)
{
    /// <summary>Commit to a seed before it is used.</summary>
    /// <param name="At">When.</param>
    /// <param name="Departments">Who inspects: the first leads, the others join.</param>
    /// <param name="Jurisdiction">The profile that it follows.</param>
    /// <param name="Matter">The code in the list of matters to inspect (随机抽查事项清单).</param>
    /// <param name="SeedDigest">The SHA-256 of the seed's UTF-8 bytes, lower-case hex.</param>
    /// <param name="ListsDigest">The digest of the lists that it draws from.</param>
    public sealed record Commit(
        DateTimeOffset At, IReadOnlyList<string> Departments, string Jurisdiction, string Matter, string SeedDigest, string ListsDigest) : DrawCommand(At)
    {
        /// <summary>How it will be made; null of a draw that a department makes with means of its own.</summary>
        public DrawPlan? Plan { get; init; }
    }

    /// <summary>Publish the seed and what it drew.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">The leading department.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="Subjects">The internal ids of the enterprises drawn.</param>
    /// <param name="Inspectors">The roster codes of the inspectors drawn.</param>
    public sealed record Draw(DateTimeOffset At, string By, string Seed, IReadOnlyList<string> Subjects, IReadOnlyList<string> Inspectors) : DrawCommand(At);

    /// <summary>Publish the seed of an announced draw: what it draws follows from it.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">The leading department.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="Lists">The lists that were frozen at the announcement.</param>
    /// <param name="Beacon">The first seal that covers the day of the announcement; null while there is none.</param>
    /// <param name="SubjectOf">The internal ids of the enterprises, by number.</param>
    public sealed record Open(
        DateTimeOffset At, string By, string Seed, DrawLists Lists, DrawBeacon? Beacon, IReadOnlyDictionary<string, string> SubjectOf) : DrawCommand(At);

    /// <summary>Record the result of one inspection. Its way to the public is the intake's, with clocks of its own (R4).</summary>
    public sealed record RecordResult(DateTimeOffset At, string By, string Subject, DateOnly InspectedOn, string Outcome) : DrawCommand(At)
    {
        /// <summary>The record by which the intake brought it, or null.</summary>
        public string? Record { get; init; }
    }
}
