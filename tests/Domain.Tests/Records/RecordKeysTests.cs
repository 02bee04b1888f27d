using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>How a row finds the record that it speaks of.</summary>
public sealed class RecordKeysTests
{
    private const string Code = "91990000MA00000009";
    private const string Number = "349999000000331";
    private const string Name = "样例甲有限公司";

    private static readonly RecordContent Whole = Permit();

    [Fact]
    public void Identity_SameDecisionAndSubject_IsOneWhateverElseChanged() =>
        Assert.Equal(Identity(Whole), Identity(Whole with { GeneratedOn = Day("2020-07-01"), Procedure = "x", Scope = UseScope.GovernmentOnly }));

    [Fact]
    public void Identity_NameWrittenOtherwise_IsTheSameByTheCode() =>
        Assert.Equal(Identity(Whole), Identity(Whole with { Subject = new SubjectKey(Code, null, "样例甲（集团）有限公司") }));

    [Fact]
    public void Identity_AnotherProviderItemNumberOrSubject_IsAnother()
    {
        string?[] keys =
        [
            Identity(Whole),
            RecordKeys.Identity("tax", Whole),
            Identity(Whole with { Item = "penalty" }),
            Identity(Whole with { DocumentNumber = "样许〔2020〕2号" }),
            // A23: one decision with several subjects is several records.
            Identity(Whole with { Subject = new SubjectKey("92990000MA00000018", null, Name) }),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, Assert.NotNull);
    }

    [Fact]
    public void Identity_WithoutANumber_IsKnownOnlyForTheRegister()
    {
        Assert.Null(Identity(Whole with { DocumentNumber = null }));
        Assert.Null(Identity(Whole with { Subject = new SubjectKey(null, null, null) }));
        var entry = Whole with { Item = "register", DocumentNumber = null };
        Assert.NotNull(Identity(entry));
        Assert.Equal(Identity(entry), Identity(entry with { GeneratedOn = Day("2019-01-01") }));
    }

    [Fact]
    public void Identity_PartsAreNeverRunTogether() =>
        Assert.NotEqual(
            RecordKeys.Identity("a", Whole with { Item = "bc" }),
            RecordKeys.Identity("ab", Whole with { Item = "c" }));

    [Fact]
    public void SameContent_FollowsTheDigestAndItsProvider()
    {
        Assert.Equal(RecordKeys.SameContent(Provider, Whole, "d"), RecordKeys.SameContent(Provider, Whole with { Procedure = "x" }, "d"));
        Assert.NotEqual(RecordKeys.SameContent(Provider, Whole, "d"), RecordKeys.SameContent(Provider, Whole, "e"));
        Assert.NotEqual(RecordKeys.SameContent(Provider, Whole, "d"), RecordKeys.SameContent("tax", Whole, "d"));
        Assert.NotEqual(Identity(Whole), RecordKeys.SameContent(Provider, Whole, "d"));
    }

    [Theory]
    // What was wrong in the refused row: the code, the name, the day.
    [InlineData(null, null, Name, "2020-07-06")]
    [InlineData(Code, null, null, "2020-07-06")]
    [InlineData(Code, null, "样例假有限公司", null)]
    [InlineData(null, Number, null, null)]
    [InlineData(null, null, Name, null)]
    public void Mending_RefusedRowWithItsNumberAndSomethingOfItsSubject_IsFound(string? code, string? registration, string? name, string? day)
    {
        var refused = Whole with { Subject = new SubjectKey(code, registration, name), GeneratedOn = day is null ? null : Day(day) };
        var mended = Whole with { Subject = new SubjectKey(Code, Number, Name) };

        Assert.NotEmpty(Mending(refused).Intersect(Mending(mended)));
    }

    [Fact]
    public void Mending_AnotherSubjectOfTheSameDecision_IsNotFound()
    {
        // A23: the good row of one subject must not be taken for the mended row of another.
        var refused = Whole with { Subject = new SubjectKey(null, null, Name) };
        var other = Whole with { Subject = new SubjectKey("92990000MA00000018", null, "样例乙有限公司") };

        Assert.Empty(Mending(refused).Intersect(Mending(other)));
    }

    [Fact]
    public void Mending_AnotherDecisionOnTheSameSubjectAndDay_IsNotFound() =>
        Assert.Empty(Mending(Whole).Intersect(Mending(Whole with { DocumentNumber = "样许〔2020〕2号" })));

    [Fact]
    public void Mending_AnotherProviderOrItem_IsNotFound()
    {
        Assert.Empty(Mending(Whole).Intersect(RecordKeys.Mending("tax", Whole)));
        Assert.Empty(Mending(Whole).Intersect(Mending(Whole with { Item = "penalty" })));
    }

    [Fact]
    public void Mending_WithoutANumber_IsFoundBySubjectAndDay()
    {
        var refused = Whole with { DocumentNumber = null, Subject = new SubjectKey(null, null, Name) };

        Assert.NotEmpty(Mending(refused).Intersect(Mending(Whole with { DocumentNumber = null })));
        Assert.Empty(Mending(refused).Intersect(Mending(Whole with { DocumentNumber = null, GeneratedOn = Day("2020-07-07") })));
    }

    [Fact]
    public void Mending_RegisterEntry_IsFoundWhateverItsDay()
    {
        var refused = Whole with { Item = "register", DocumentNumber = null, GeneratedOn = null, Subject = new SubjectKey(null, null, Name) };

        Assert.NotEmpty(Mending(refused).Intersect(Mending(refused with { GeneratedOn = Day("2020-07-06"), Subject = new SubjectKey(Code, null, Name) })));
    }

    [Fact]
    public void Mending_TheSurestFirst()
    {
        var keys = Mending(Whole with { Subject = new SubjectKey(Code, Number, Name) });

        Assert.Equal(["mend-number-name", "mend-number-code", "mend-number-registration"], keys.Select(key => key.Split('\u001f')[0]));
    }

    [Fact]
    public void Mending_NothingOfTheSubject_IsFoundByTheNumberAloneAndWithoutThatByNothing()
    {
        var nobody = Whole with { Subject = new SubjectKey(null, null, null) };

        Assert.Single(Mending(nobody));
        Assert.Empty(Mending(nobody with { DocumentNumber = null }));
    }

    private static string? Identity(RecordContent content) => RecordKeys.Identity(Provider, content);

    private static IReadOnlyList<string> Mending(RecordContent content) => RecordKeys.Mending(Provider, content);
}
