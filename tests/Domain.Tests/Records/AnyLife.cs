using CsCheck;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;

namespace EntCredit.Domain.Tests.Records;

/// <summary>Commands in any order, at ascending instants, by any department, under any profile.</summary>
internal static class AnyLife
{
    private static readonly DateTimeOffset Start = RecordLife.At("2020-06-20 00:00:00");

    private static readonly Gen<RecordContent> Content = Gen.Select(
        Gen.Frequency<int>((6, Gen.Int[-3, 40]), (1, Gen.Int[-2500, 400]), (1, Gen.Const(int.MaxValue))),
        Gen.OneOf<string>("permit", "penalty", "register", "commendation"),
        Gen.Frequency<ContentStatus>((7, ContentStatus.Valid), (1, ContentStatus.Revoked)),
        Gen.Frequency<UseScope>((7, UseScope.Public), (1, UseScope.GovernmentOnly), (1, UseScope.OnAuthorization)),
        Gen.OneOf<bool?>(null, true, false),
        Gen.OneOf<string?>(null, "一般程序", "简易程序"),
        Gen.OneOf<string>("甲", "乙"),
        (day, item, status, scope, reviewed, procedure, text) => new RecordContent(
            item,
            new Dictionary<string, string> { ["X"] = text, ["XK_YXQZI"] = text == "甲" ? "2019-12-31" : "2030-12-31" },
            new Dictionary<string, string>(),
            new SubjectKey("91990000MA00000009", null, "样例甲有限公司"),
            "样许〔2020〕1号",
            day == int.MaxValue ? null : LegalZone.DayOf(Start).AddDays(day),
            status,
            scope,
            reviewed,
            procedure,
            null));

    private static readonly Gen<string> Who = Gen.Frequency<string>((8, RecordLife.Provider), (1, "tax"), (1, RecordLife.MarketSupervision));

    private static readonly Gen<string> Case = Gen.OneOf<string>("objection-1", "objection-2", "correction-1");

    // What most records are: a right row that is to be published.
    private static readonly Gen<Func<DateTimeOffset, RecordCommand>> Good = Gen.Select(Content, Gen.Int[-2, 12], (content, day) => content with
    {
        Item = "penalty", Procedure = "一般程序", GeneratedOn = LegalZone.DayOf(Start).AddDays(day), Status = ContentStatus.Valid, Scope = UseScope.Public,
        SecrecyReviewed = true,
    }).Select(content => Asked(at => new RecordCommand.Take(
        at, Origin(RecordLife.Provider, content), "subject-1", true, content, ContentDigest.Of(content), true, DepartmentLevel.County)));

    private static readonly Gen<Func<DateTimeOffset, RecordCommand>> Command = Gen.Frequency<Func<DateTimeOffset, RecordCommand>>(
        (2, Gen.Select(Content, Who, (content, who) => Asked(at => new RecordCommand.Refuse(at, Origin(who, content), content, [])))),
        (5, Gen.Select(Content, Who, Gen.Bool, Gen.OneOf<bool?>(null, true, false), Gen.Enum<DepartmentLevel>(), (content, who, registered, declared, level) =>
            Asked(at => new RecordCommand.Take(at, Origin(who, content), "subject-1", registered, content, ContentDigest.Of(content), declared, level)))),
        (4, Good),
        (3, Who.Select(who => Asked(at => new RecordCommand.DeclareReviewed(at, who)))),
        (3, Gen.Const(Asked(at => new RecordCommand.Join(at)))),
        (4, Gen.Const(Asked(at => new RecordCommand.Publish(at)))),
        (1, Who.Select(who => Asked(at => new RecordCommand.Withdraw(at, who, "误报")))),
        (3, Case.Select(about => Asked(at => new RecordCommand.Suspend(at, RecordLife.MarketSupervision, about)))),
        (3, Case.Select(about => Asked(at => new RecordCommand.Resume(at, RecordLife.MarketSupervision, about)))),
        (1, Gen.Select(Content, Case, (content, about) =>
            Asked(at => new RecordCommand.Amend(at, RecordLife.MarketSupervision, about, content, ContentDigest.Of(content))))),
        (5, Gen.Const(Asked(at => new RecordCommand.Expire(at)))),
        (1, Who.Select(who => Asked(at => new RecordCommand.MendElsewhere(at, who, "r-2")))),
        (3, Gen.OneOf<string>("T1", "T1-mend", "T2", "T4", "T6", "").Select(rule => Asked(at => new RecordCommand.Remind(at, rule)))),
        (3, Gen.Const(Asked(at => new RecordCommand.NoteOverdue(at)))));

    // Seconds, days or a month apart; sometimes at the very boundary of a Shanghai day.
    private static readonly Gen<TimeSpan> Gap = Gen.Frequency<TimeSpan>(
        (2, Gen.Int[0, 3].Select(seconds => TimeSpan.FromSeconds(seconds))),
        (3, Gen.Int[0, 96].Select(hours => TimeSpan.FromHours(hours))),
        (3, Gen.Int[0, 60].Select(days => TimeSpan.FromDays(days))));

    // Hidden and shown again before it was published, by one case or several.
    private static readonly Gen<Func<DateTimeOffset, RecordCommand>> Display = Gen.Frequency<Func<DateTimeOffset, RecordCommand>>(
        (2, Good),
        (5, Case.Select(about => Asked(at => new RecordCommand.Suspend(at, RecordLife.MarketSupervision, about)))),
        (5, Case.Select(about => Asked(at => new RecordCommand.Resume(at, RecordLife.MarketSupervision, about)))),
        (1, Gen.Const(Asked(at => new RecordCommand.Publish(at)))),
        (1, Gen.Const(Asked(at => new RecordCommand.NoteOverdue(at)))));

    /// <summary>Lives under a profile by which a suspension pauses the publication.</summary>
    public static Gen<(string Profile, IReadOnlyList<RecordCommand> Commands)> Paused { get; } =
        Gen.Select(Gen.Select(Good, Display.Array[2, 14]), Gap.Array[15], (commands, gaps) =>
        {
            var at = Start;
            return (RecordLife.Pausing, (IReadOnlyList<RecordCommand>)[.. commands.Item2.Prepend(commands.Item1).Zip(gaps, (command, gap) => command(at += gap))]);
        });

    public static Gen<(string Profile, IReadOnlyList<RecordCommand> Commands)> Lives { get; } = Gen.Select(
        Gen.Frequency<string>(
            (3, Gen.OneOf<string>([.. JurisdictionProfiles.Default.All.Select(profile => profile.Id)])), (2, Gen.Const(RecordLife.Pausing))),
        Gen.Select(Command, Gap, (command, gap) => (command, gap)).Array[1, 14],
        (profile, steps) =>
        {
            var at = Start;
            var commands = new List<RecordCommand>(steps.Length);
            foreach (var (command, gap) in steps) commands.Add(command(at += gap));
            return (profile, (IReadOnlyList<RecordCommand>)commands);
        });

    private static RecordOrigin Origin(string provider, RecordContent content) => RecordLife.Origin(provider: provider, item: content.Item);

    private static Func<DateTimeOffset, RecordCommand> Asked(Func<DateTimeOffset, RecordCommand> command) => command;
}
