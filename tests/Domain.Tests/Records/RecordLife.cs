using System.Globalization;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Tests.Jurisdictions;
using Record = EntCredit.Domain.Records.Record;

namespace EntCredit.Domain.Tests.Records;

/// <summary>The life of one record, told by commands. Each command is given twice: the repetition must change nothing.</summary>
internal sealed class RecordLife(JurisdictionProfile profile)
{
    public RecordLife(string profile = "jieshou")
        : this(profile == Pausing ? PausingProfile.Value : JurisdictionProfiles.Default.Get(profile))
    {
    }

    /// <summary>An invented profile by which a suspension pauses the publication, and a penalty is displayed for twenty days.</summary>
    public const string Pausing = "yunling";

    private static readonly Lazy<JurisdictionProfile> PausingProfile = new(() => JurisdictionProfiles.Load([("yunling.json", InventedProfile.With(
        "\"atLeast\": { \"unit\": \"months\", \"count\": 3 }, \"atMost\": { \"unit\": \"months\", \"count\": 36 }",
        "\"atMost\": { \"unit\": \"calendarDays\", \"count\": 20 }"))]).Get(Pausing));

    public const string Provider = "housing";
    public const string MarketSupervision = "scjg";
    public const string Batch = "20200707013000-aabbccddee";
    public const string LaterBatch = "20200714013000-ffeeddccbb";

    private readonly List<RecordEvent> history = [];

    public RecordRules Rules { get; } = new(profile, CalendarVersions.Embedded.Newest, MarketSupervision);

    public Record State { get; private set; } = Record.Initial;

    public IReadOnlyList<RecordEvent> History => history;

    public RecordPhase Phase => State.Phase;

    /// <summary>A moment by the clock in Shanghai, e.g. 2020-07-15 23:59:59.999.</summary>
    public static DateTimeOffset At(string moment) =>
        new DateTimeOffset(DateTime.Parse(moment, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A permit of Monday 2020-07-06, reviewed: T1 ends on Wednesday 2020-07-15, T2 on Monday 2020-08-03.</summary>
    public static RecordContent Permit(string? generatedOn = "2020-07-06", bool? reviewed = true) => new(
        "permit",
        new Dictionary<string, string> { ["XK_NR"] = "建筑工程施工总承包三级" },
        new Dictionary<string, string>(),
        new SubjectKey("91990000MA00000009", null, "样例甲有限公司"),
        "样许〔2020〕1号",
        generatedOn is null ? null : Day(generatedOn),
        ContentStatus.Valid,
        UseScope.Public,
        reviewed,
        null,
        null);

    public static RecordContent Penalty(string procedure = "一般程序") => Permit() with { Item = "penalty", Procedure = procedure };

    public static RecordOrigin Origin(string batch = Batch, int line = 7, string provider = Provider, string item = "permit", string jurisdiction = "jieshou") =>
        new(provider, jurisdiction, item, batch, line);

    public static RecordCommand.Take Take(
        string moment,
        RecordContent content,
        string batch = Batch,
        bool registered = true,
        bool? declared = null,
        DepartmentLevel level = DepartmentLevel.County,
        string provider = Provider) =>
        new(At(moment), Origin(batch, provider: provider, item: content.Item), "subject-1", registered, content, ContentDigest.Of(content), declared, level);

    public static RecordCommand.Refuse Refuse(string moment, RecordContent content) => new(
        At(moment), Origin(item: content.Item), content, [new Finding(7, "统一社会信用代码", "9199", "EC2101", Severity.Error, "代码长度不对", "请填写18位代码")]);

    /// <summary>Decides and goes on; then the same command again, which must give nothing.</summary>
    public IReadOnlyList<RecordEvent> When(RecordCommand command)
    {
        var decision = RecordDecider.Decide(command, State, Rules);
        Assert.Null(decision.Error);
        history.AddRange(decision.Events);
        State = Record.Fold(history);
        var again = RecordDecider.Decide(command, State, Rules);
        Assert.Null(again.Error);
        Assert.Empty(again.Events);
        return decision.Events;
    }

    /// <summary>Decides and goes on, whatever comes of it.</summary>
    public Decision<RecordEvent> Ask(RecordCommand command)
    {
        var decision = RecordDecider.Decide(command, State, Rules);
        history.AddRange(decision.Events);
        State = decision.Events.Aggregate(State, Record.Evolve);
        return decision;
    }

    /// <summary>The error of a command that is impossible now.</summary>
    public ErrorDefinition Impossible(RecordCommand command)
    {
        var decision = RecordDecider.Decide(command, State, Rules);
        Assert.Empty(decision.Events);
        return Assert.IsType<ErrorDefinition>(decision.Error);
    }

    /// <summary>The last day of the open duty of a rule.</summary>
    public string Due(string rule) => State.OpenDuties[rule].Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What an event opened, e.g. "T1 housing 2020-07-15".</summary>
    public static string[] Opened(RecordEvent happened) =>
        [.. (happened.Opened ?? []).Select(duty => string.Create(CultureInfo.InvariantCulture, $"{duty.Rule} {duty.Debtor} {duty.Due:yyyy-MM-dd}"))];

    /// <summary>What an event closed, e.g. "T2 Late upstream-late".</summary>
    public static string[] Closed(RecordEvent happened) =>
        [.. (happened.Closed ?? []).Select(duty => $"{duty.Rule} {duty.Outcome} {duty.Reason}".TrimEnd())];
}
