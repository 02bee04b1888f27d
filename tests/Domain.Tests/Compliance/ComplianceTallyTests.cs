using CsCheck;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Tests.Calendar;
using EntCredit.Domain.Tests.Obligations;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Compliance;

public sealed class ComplianceTallyTests
{
    private const string Housing = "jieshou-housing";
    private const string Scjg = "jieshou-scjg";

    private static readonly Obligation Owed = ObligationTests.Owed with { Debtor = Housing };

    [Theory]
    [InlineData("2020-07-20 12:00:00", "2020-07-20 12:00:00")]
    [InlineData("2020-07-31 23:59:59.999", "2020-07-31 23:59:59.999")]
    [InlineData("2020-08-01 00:00:00", "2020-08-01 00:00:00")]
    [InlineData("2020-09-15 12:00:00", "2020-08-01 00:00:00")]
    public void AsOf_RunningOrEndedPeriod_IsNowOrItsEnd(string now, string asOf) => Assert.Equal(At(asOf), July(now).AsOf);

    [Fact]
    public void Report_EachStanding_IsCountedAndOwedLeavesOutTheCancelled()
    {
        var report = Count(
            "2020-08-01 00:05:00",
            Owed with { ClosedAt = At("2020-07-14 10:00:00"), Outcome = DutyOutcome.Met },
            Owed with { ClosedAt = At("2020-07-14 11:00:00"), Outcome = DutyOutcome.Met },
            Owed with { ClosedAt = At("2020-07-20 10:00:00"), Outcome = DutyOutcome.Late },
            Owed with { Due = Day("2020-08-03") },
            Owed,
            Owed with { ClosedAt = At("2020-07-14 10:00:00"), Outcome = DutyOutcome.Cancelled });

        var counts = Assert.Single(Assert.Single(report.Departments).Rules).Counts;
        Assert.Equal(new DutyCounts(2, 1, 1, 1, 1), counts);
        Assert.Equal((5, counts, counts), (counts.Owed, report.Departments[0].Total, report.Total));
        Assert.Equal((Day("2020-07-01"), Day("2020-07-31"), At("2020-08-01 00:00:00")), (report.From, report.Through, report.AsOf));
    }

    [Fact]
    public void Report_WhatHappenedAfterThePeriod_DoesNotChangeIt()
    {
        var keptInAugust = Owed with { ClosedAt = At("2020-08-05 10:00:00"), Outcome = DutyOutcome.Late };
        var dueInAugust = Owed with { Due = Day("2020-08-03") };

        Assert.Equal(new DutyCounts(0, 0, 1, 1, 0), Count("2020-09-30 00:00:00", keptInAugust, dueInAugust).Total);
    }

    [Fact]
    public void Report_RunningPeriod_IsAsOfNow()
    {
        Assert.Equal(new DutyCounts(0, 0, 1, 0, 0), Count("2020-07-15 23:59:59", Owed).Total);
        Assert.Equal(new DutyCounts(0, 0, 0, 1, 0), Count("2020-07-16 00:00:00", Owed).Total);
    }

    [Fact]
    public void Report_Departments_StandInTheOrderOfTheirIdsWithTheirNames()
    {
        var report = Count("2020-08-01 00:05:00", Owed with { Debtor = "zz-unheard-of" }, Owed with { Debtor = Scjg, Rule = "T2" }, Owed);

        Assert.Equal([Housing, Scjg, "zz-unheard-of"], report.Departments.Select(department => department.Department));
        Assert.Equal(["界首市住房和城乡建设局", "界首市市场监督管理局", "zz-unheard-of"], report.Departments.Select(department => department.Name));
        Assert.All(report.Departments, department => Assert.Equal("jieshou", department.Jurisdiction));
    }

    [Fact]
    public void Report_Rules_StandInTheOrderOfTheirNumbers()
    {
        string[] rules = ["T10", "T2", "T1-mend", "T13", "T9", "T1", "T4"];

        var report = Count("2020-08-01 00:05:00", [.. rules.Select(rule => Owed with { Rule = rule })]);

        Assert.Equal(["T1", "T1-mend", "T2", "T4", "T9", "T10", "T13"], report.Departments[0].Rules.Select(rule => rule.Rule));
    }

    [Fact]
    public void Report_Overdue_ShowsTheOldestFirstAndIsBounded()
    {
        var days = Enumerable.Range(0, 200).Select(number => Day("2019-01-01").AddDays(number * 37 % 200)).ToList();

        var department = Count("2020-08-01 00:05:00", [.. days.Select(day => Owed with { Due = day })]).Departments[0];

        Assert.Equal(200, department.Total.Overdue);
        Assert.Equal(days.Order().Take(ComplianceTally.OverdueShown), department.Overdue.Select(duty => duty.Due));
    }

    [Fact]
    public void Report_OverdueOfOneDay_StandInTheOrderOfCounting()
    {
        var department = Count("2020-08-01 00:05:00", Owed with { About = "b" }, Owed with { About = "a" }, Owed with { About = "c" }).Departments[0];

        Assert.Equal(["b", "a", "c"], department.Overdue.Select(duty => duty.About));
    }

    [Fact]
    public void Report_NothingCounted_IsEmpty()
    {
        var report = Count("2020-08-01 00:05:00");

        Assert.Empty(report.Departments);
        Assert.Equal(default, report.Total);
    }

    [Fact]
    public void Report_AnyDuties_AreEachCountedOnceAndTotalsAgree() =>
        Gen.Select(
            Gen.OneOf<string>(Housing, Scjg, "x"),
            Gen.OneOf<string>("T1", "T2", "T1-mend"),
            Gen.Int[-60, 60],
            Gen.OneOf<DutyOutcome?>(null, DutyOutcome.Met, DutyOutcome.Late, DutyOutcome.Cancelled),
            Gen.Int[-60, 60],
            (debtor, rule, due, outcome, ended) => Owed with
            {
                Debtor = debtor,
                Rule = rule,
                Due = Day("2020-07-15").AddDays(due),
                Outcome = outcome,
                ClosedAt = outcome is null ? null : At("2020-07-15 10:00:00").AddDays(ended),
            }).Array[0, 80].Sample(
            duties =>
            {
                var report = Count("2020-08-20 00:00:00", duties);
                Assert.Equal(duties.Length, report.Total.Owed + report.Total.Cancelled);
                Assert.Equal(report.Total.Owed, report.Total.Met + report.Total.Late + report.Total.Open + report.Total.Overdue);
                foreach (var department in report.Departments)
                {
                    var its = duties.Where(duty => duty.Debtor == department.Department).ToList();
                    Assert.Equal(its.Count(duty => duty.StandingAt(report.AsOf) == DutyStanding.Overdue), department.Total.Overdue);
                    Assert.Equal(its.Count(duty => duty.StandingAt(report.AsOf) == DutyStanding.Met), department.Total.Met);
                    Assert.Equal(Math.Min(department.Total.Overdue, ComplianceTally.OverdueShown), department.Overdue.Count);
                }
            },
            iter: Cases.Count);

    [Theory]
    [InlineData("T1", "涉企信息归集（信息产生之日起7个工作日内）")]
    [InlineData("T5", "存量信息归集（限期完成）")]
    [InlineData("T99", "T99")]
    [InlineData("", "")]
    public void Of_Rule_IsItsTitleOrItsNumber(string rule, string title) => Assert.Equal(title, RuleTitles.Of(rule));

    [Fact]
    public void Add_Counts_IsTheirSum() => Assert.Equal(new DutyCounts(11, 22, 33, 44, 55), DutyCounts.Add(new(1, 2, 3, 4, 5), new(10, 20, 30, 40, 50)));

    private static ComplianceTally July(string now) => new(Day("2020-07-01"), Day("2020-07-31"), At(now));

    private static ComplianceReport Count(string now, params Obligation[] duties)
    {
        var tally = July(now);
        foreach (var duty in duties) tally.Add(duty);
        return tally.Report(DepartmentRegister.Default);
    }
}
