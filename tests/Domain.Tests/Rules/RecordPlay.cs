using System.Collections.Immutable;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;
using Record = EntCredit.Domain.Records.Record;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>One record of an invented enterprise, played under a jurisdiction's rules.</summary>
internal static class RecordPlay
{
    public static Play<RecordCommand, RecordEvent, Record> New(string jurisdiction)
    {
        var rules = new RecordRules(JurisdictionProfiles.Default.Get(jurisdiction), WorkingCalendar.Default, "scjg");
        return new(Record.Initial, (command, state) => RecordDecider.Decide(command, state, rules), Record.Evolve);
    }

    /// <summary>Takes a row that arose on a day, its secrecy review done and its subject registered.</summary>
    public static RecordCommand.Take Take(string at, string generatedOn, string item = "permit", string? procedure = null)
    {
        var content = new RecordContent(
            item,
            ImmutableDictionary<string, string>.Empty,
            ImmutableDictionary<string, string>.Empty,
            new SubjectKey(null, null, "示例公司"),
            "示许〔2020〕1号",
            DateOnly.Parse(generatedOn, System.Globalization.CultureInfo.InvariantCulture),
            ContentStatus.Valid,
            UseScope.Public,
            true,
            procedure,
            null);
        return new(Law.At(at), new RecordOrigin("provider", "any", item, "batch-1", 1), "s-1", true, content, "digest-1", true, DepartmentLevel.County);
    }

    public static RecordCommand.Publish Publish(string at) => new(Law.At(at));
}
