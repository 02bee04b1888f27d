using CsCheck;
using EntCredit.Domain.Credit;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Tests.Calendar;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Credit;

public sealed class CreditDeciderTests
{
    private static readonly CreditScheme Scheme = CreditSamples.WithExamples.Find("hunan")!;

    private static readonly Gen<CreditRecord> AnyRecord = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 4], Gen.Bool, Gen.Bool).Select((kind, n, isPublic, yes) => (kind switch
    {
        0 => yes ? CreditSamples.Abnormal : CreditSamples.Removed(CreditSamples.Abnormal),
        1 => CreditSamples.Serious,
        2 => CreditSamples.Commended,
        3 => CreditSamples.Of($"i-{n}", "inspection", "2020-07-01", ("CCJG", yes ? "未发现问题" : "责令改正")),
        _ => CreditSamples.Penalty(n),
    }) with { IsPublic = isPublic });

    [Fact]
    public void Decide_OfWhomNothingIsKnown_KeepsNothing() => Assert.Empty(New().Do(Found()));

    [Fact]
    public void Decide_ClassAndWarningThatCameAndWent_KeepsEachOnce()
    {
        var play = New();
        Assert.Equal(2, play.Do(Found(CreditSamples.Abnormal)).Count);
        Assert.Empty(play.Do(Found(CreditSamples.Abnormal)));

        var after = play.Do(Found());
        Assert.Equal("plain", Assert.Single(after.OfType<CreditEvent.Classified>()).Class);
        Assert.True(Assert.Single(after.OfType<CreditEvent.WarningEnded>()).Last);
    }

    [Fact]
    public void Decide_SameClassByAnotherRecord_SaysSo()
    {
        var play = New();
        play.Do(Found(CreditSamples.Abnormal));

        Assert.Equal("serious", Assert.Single(play.Do(Found(CreditSamples.Serious)).OfType<CreditEvent.Classified>()).Reasons[0].Rule);
    }

    [Fact]
    public void CreditDecider_AnyInterleaving_EndsWithWhatWasFoundLast() => Interleaving.Holds(
        AnyRecord.Array[0, 6].Select(records => Found([.. records.DistinctBy(record => record.Id)])),
        CreditFile.Initial,
        CreditDecider.Decide,
        CreditFile.Evolve,
        _ => DutyBook.Empty,
        state => state.Classified?.Class == "plain" && state.Warnings.IsEmpty);

    [Fact]
    public void Assess_AnyRecords_IsExplainedByThemAndNotMendedByMoreOfTheBad() => AnyRecord.Array[0, 6].Sample(
        some =>
        {
            CreditRecord[] records = [.. some.DistinctBy(record => record.Id)];
            var found = CreditAssessment.Of(Scheme, records, CreditSamples.Today);
            var isPublic = records.Where(record => record.IsPublic).Select(record => record.Id).ToHashSet();

            Assert.Equal(found.Class == Scheme.Default.Id, found.Reasons.Count == 0);
            Assert.All(found.Reasons.SelectMany(reason => reason.Records), record => Assert.Contains(record, isPublic));
            var worse = CreditAssessment.Of(Scheme, [.. records, CreditSamples.Of("z", "serious", "2020-07-01")], CreditSamples.Today);
            Assert.True(Scheme.Class(worse.Class).Rank >= Scheme.Class(found.Class).Rank);
        },
        iter: Cases.Count);

    private static CreditCommand Found(params CreditRecord[] records) =>
        new(Law.At("2020-08-01 10:00"), "s-1", Scheme, CreditAssessment.Of(Scheme, records, CreditSamples.Today));

    private static Play<CreditCommand, CreditEvent, CreditFile> New() => new(CreditFile.Initial, CreditDecider.Decide, CreditFile.Evolve);
}
