using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>The rows T1 to T18 of the table of rules, jurisdiction by jurisdiction, with the documents' wording.</summary>
public sealed class ProfileTableTests
{
    private static readonly string[] Five = ["xinhui", "jieshou", "chongqing", "fujian", "hunan"];

    [Theory]
    [InlineData("xinhui", "三", "于信息产生之日起7个工作日内将依法应当公示的企业信息归集至区工商局")]
    [InlineData("jieshou", "四", "各行政机关应在涉企信息产生之日起7个工作日内,通过以下路径交换至监管平台")]
    [InlineData("fujian", "五(一)", "于信息产生之日起7个工作日内归集至工商部门")]
    [InlineData("hunan", "第五条", "于信息产生之日起7个工作日内归集至省部门协同监管平台")]
    public void T1_Collection_IsSevenWorkingDays(string id, string article, string words) =>
        AssertClock(id, ClockKind.Collection, "T1", Term.WorkingDays(7), "provider", article, words);

    [Fact]
    public void T1_Collection_IsOffInChongqing() => AssertOffExcept(ClockKind.Collection, "xinhui", "jieshou", "fujian", "hunan");

    [Fact]
    public void T1_Hunan_StatesItAgainForDualNotice() =>
        Assert.Contains(Clock("hunan", ClockKind.Collection).Also, also => also.Article == "第七条");

    [Theory]
    [InlineData("xinhui", CollectionScope.PublishableInformation)]
    [InlineData("jieshou", CollectionScope.AllInformation)]
    [InlineData("chongqing", CollectionScope.AllInformation)]
    [InlineData("fujian", CollectionScope.PublishableInformation)]
    [InlineData("hunan", CollectionScope.PublishableInformation)]
    public void T1_Binds_WhatTheDocumentSays(string id, CollectionScope expected) => Assert.Equal(expected, Profile(id).CollectionScope);

    [Theory]
    [InlineData("xinhui", "三", "20 个工作日内（含各部门归集信息至区工商局的7个工作日）通过公示系统对外公示")]
    [InlineData("jieshou", "五(二)", "应当自信息产生之日起20个工作日内通过公示系统向社会公示")]
    [InlineData("fujian", "五(一)", "20个工作日内（含各级各有关部门归集信息至工商部门的7个工作日）公示于企业名下")]
    [InlineData("hunan", "第五条", "20个工作日内(含各审批部门、行业主管部门归集至省部门协同监管平台的7个工作日)公示于企业名下")]
    public void T2_Publication_IsTwentyWorkingDaysFromArising(string id, string article, string words)
    {
        AssertClock(id, ClockKind.Publication, "T2", Term.WorkingDays(20), "marketSupervision", article, words);
        Assert.Equal(Clock(id, ClockKind.Collection).StartsFrom, Clock(id, ClockKind.Publication).StartsFrom);
    }

    [Fact]
    public void T2_Publication_IsOffInChongqing() => AssertOffExcept(ClockKind.Publication, "xinhui", "jieshou", "fujian", "hunan");

    [Fact]
    public void T3_Exchange_IsPromptInFujianAlone()
    {
        Assert.Equal(["fujian"], Five.Where(id => Profile(id).CitationOf("T3") is not null));
        IReadOnlyList<Exchange> exchanges = Profile("fujian").Exchanges;
        Assert.All(exchanges, exchange => Assert.Null(exchange.MaxHours));
        Assert.Equal(["五(一)", "四"], exchanges.Select(exchange => exchange.Source.Article));
        Assert.Equal(["省信用信息共享平台", "“信用福建”网站"], exchanges.Single(exchange => exchange.Refreshes).Targets);
    }

    [Fact]
    public void T4_Backlog_IsThreeMonthsInJieshouAlone()
    {
        AssertOffExcept(ClockKind.BacklogCompletion, "jieshou");
        Term term = new(TermUnit.Months, 3, Roll: Roll.Next);
        AssertClock("jieshou", ClockKind.BacklogCompletion, "T4", term, "provider", "四", "应在本实施办法实施之日起3个月内归集完成");
    }

    [Fact]
    public void T5_CutOff_IsTheRegulationsFirstDay()
    {
        Assert.Equal(["jieshou", "chongqing"], Five.Where(id => Profile(id).CitationOf("T5") is not null));
        DateOnly first = new(2014, 10, 1);
        Assert.Equal([null, first, first], Profile("jieshou").Backlog.Select(rule => rule.ArisenFrom));
        BacklogRule chongqing = Assert.Single(Profile("chongqing").Backlog);
        Assert.Equal((first, new DateOnly(2016, 8, 31), true), (chongqing.ArisenFrom, chongqing.DueOn, chongqing.AlreadyProvided));
        Assert.Equal("三(三)", chongqing.Source.Article);
    }

    [Fact]
    public void T6_MonthlyProvision_IsByTheFifthInChongqingAlone()
    {
        AssertOffExcept(ClockKind.MonthlyProvision, "chongqing");
        Term term = new(TermUnit.DayOfMonth, 5, Roll: Roll.Next);
        AssertClock("chongqing", ClockKind.MonthlyProvision, "T6", term, "provider", "三(二)", "于每月5日前通过“重庆市企业联合征信系统”向工商部门提供");
    }

    [Fact]
    public void T7_MonthlyLoad_IsTheLastWorkingDayInChongqingAlone()
    {
        Assert.Equal(["chongqing"], Five.Where(id => Profile(id).CitationOf("T7") is not null));
        MonthlyLoad load = Profile("chongqing").Provision.Load!;
        Assert.Equal((LoadDay.LastWorkingDayOfMonth, "三(三)"), (load.Day, load.Source.Article));
        Assert.Contains("由市工商局每月加载到国家公示系统对外公开", load.Source.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void T8_IncrementalReport_IsFourHoursInChongqingAlone()
    {
        Assert.Equal(["chongqing"], Five.Where(id => Profile(id).CitationOf("T8") is not null));
        Exchange exchange = Assert.Single(Profile("chongqing").Exchanges);
        Assert.Equal((4, new DateOnly(2016, 9, 30), "三(五)"), (exchange.MaxHours, exchange.BuiltBy, exchange.Source.Article));
        Assert.Contains("最长4个小时周期的增量更新", exchange.Source.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void T9_Claim_IsFiveWorkingDaysFromThePushInJieshouAlone()
    {
        AssertOffExcept(ClockKind.DualNoticeClaim, "jieshou");
        AssertClock("jieshou", ClockKind.DualNoticeClaim, "T9", Term.WorkingDays(5), "approver", "五(三)", "起5个工作日内,通过监管平台认领下载,并在线反馈信息接收情况");
    }

    [Fact]
    public void T10_Result_IsSevenWorkingDaysFromCompletionInJieshouAlone()
    {
        AssertOffExcept(ClockKind.DualNoticeResult, "jieshou");
        AssertClock("jieshou", ClockKind.DualNoticeResult, "T10", Term.WorkingDays(7), "approver", "五(三)", "办结许可审批或备案事项起7个工作日内将相关信息反馈至监管平台");
    }

    [Fact]
    public void T11_OnSiteCheck_IsSixtyCalendarDaysInJieshouAlone()
    {
        AssertOffExcept(ClockKind.OnSiteCheck, "jieshou");
        Term term = new(TermUnit.CalendarDays, 60, Roll: Roll.Next);
        AssertClock("jieshou", ClockKind.OnSiteCheck, "T11", term, "approver", "五(三)", "60天内至少实施1次实地检查");
    }

    [Fact]
    public void T12_Receipt_IsThreeWorkingDaysInJieshouAlone()
    {
        AssertOffExcept(ClockKind.SanctionReceipt, "jieshou");
        AssertClock("jieshou", ClockKind.SanctionReceipt, "T12", Term.WorkingDays(3), "provider", "五(六)", "相关实施部门须在3个工作日内接收下载");
    }

    [Fact]
    public void T13_Feedback_IsFifteenWorkingDaysInHunanAlone()
    {
        AssertOffExcept(ClockKind.SanctionFeedback, "hunan");
        AssertClock("hunan", ClockKind.SanctionFeedback, "T13", Term.WorkingDays(15), "provider", "第九条", "于做出限制决定之日起15个工作日内反馈执行限制情况");
    }

    [Fact]
    public void T14_Objection_IsTwentyWorkingDaysInJieshouAlone()
    {
        AssertOffExcept(ClockKind.ObjectionVerification, "jieshou");
        AssertClock("jieshou", ClockKind.ObjectionVerification, "T14", Term.WorkingDays(20), "provider", "五(七)", "自收到异议申请之日起20个工作日内完成核查,并将结果告知异议申请人");
    }

    [Fact]
    public void T15_ErrorCorrection_IsThreeWorkingDaysInHunanAlone()
    {
        AssertOffExcept(ClockKind.ErrorCorrection, "hunan");
        AssertClock("hunan", ClockKind.ErrorCorrection, "T15", Term.WorkingDays(3), "provider", "第十八条", "应当在发现之日起3个工作日内,书面报请省部门协同监管平台运行管理部门予以更正");
        Assert.Equal(CorrectionStart.Confirmation, Profile("hunan").Correction.ReportStartsAt);
    }

    [Fact]
    public void T16_InspectorRoster_IsSevenWorkingDaysInHunanAlone()
    {
        AssertOffExcept(ClockKind.InspectorRosterUpdate, "hunan");
        AssertClock("hunan", ClockKind.InspectorRosterUpdate, "T16", Term.WorkingDays(7), "provider", "第八条", "应当每7个工作日内更新一次本部门执法检查人员名录库");
    }

    [Fact]
    public void T17_EntityRoster_IsDailyInHunanAlone()
    {
        AssertOffExcept(ClockKind.EntityRosterUpdate, "hunan");
        Term term = new(TermUnit.CalendarDays, 1, Inclusive: true);
        AssertClock("hunan", ClockKind.EntityRosterUpdate, "T17", term, "marketSupervision", "第八条", "省工商行政管理部门每日更新市场主体名录库");
    }

    [Fact]
    public void T18_Suspension_IsKnownInJieshouAlone()
    {
        Assert.Equal(["jieshou"], Five.Where(id => Profile(id).Suspension.Allowed));
        Assert.Equal("五(七)", Profile("jieshou").CitationOf("T18")!.Article);
        Assert.Contains("决定是否暂停公示相关信息,并书面告知市场监管部门处理", Profile("jieshou").CitationOf("T18")!.Quote, StringComparison.Ordinal);
        Assert.All(Five, id => Assert.Equal(ClockEffect.Continue, Profile(id).Suspension.PublicationClock));
    }

    [Fact]
    public void National_HasOnlyCollectionAndPublication()
    {
        JurisdictionProfile national = Profile("national");

        Assert.Equal([ClockKind.Collection, ClockKind.Publication], national.Clocks.Keys.Order());
        Assert.True(national.Clock(ClockKind.Collection)!.Inferred);
        Assert.Equal(Term.WorkingDays(7), national.Clock(ClockKind.Collection)!.Term);
        Assert.False(national.Clock(ClockKind.Publication)!.Inferred);
        Assert.Equal(Term.WorkingDays(20), national.Clock(ClockKind.Publication)!.Term);
        Assert.Equal(("国务院令第654号", "第六条"), (national.Clock(ClockKind.Publication)!.Document, national.Clock(ClockKind.Publication)!.Article));
    }

    [Fact]
    public void RuleId_OfEveryClock_IsItsRow() =>
        Assert.Equal(
            ["T1", "T2", "T4", "T6", "T9", "T10", "T11", "T12", "T13", "T14", "T15", "T16", "T17"],
            Enum.GetValues<ClockKind>().Select(kind => kind.RuleId()));

    [Fact]
    public void Clocks_OfEveryProfile_CiteTheirOwnDocumentInChinese() =>
        Assert.All(
            Five.SelectMany(id => Profile(id).Clocks.Values.Select(clock => (Profile(id).Document, Clock: clock))),
            one =>
            {
                Assert.Equal(one.Document, one.Clock.Document);
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", one.Clock.Quote);
                Assert.False(one.Clock.Inferred);
            });

    private static JurisdictionProfile Profile(string id) => JurisdictionProfiles.Default.Get(id);

    private static Clock Clock(string id, ClockKind kind) => Profile(id).Clock(kind)!;

    private static void AssertOffExcept(ClockKind kind, params string[] on) =>
        Assert.Equal(on, Five.Where(id => Profile(id).Clock(kind) is not null));

    private static void AssertClock(string id, ClockKind kind, string rule, Term term, string debtor, string article, string words)
    {
        Clock clock = Clock(id, kind);
        Assert.Equal((rule, term, debtor, article), (clock.RuleId, clock.Term, clock.Debtor, clock.Article));
        Assert.Contains(words, clock.Quote, StringComparison.Ordinal);
        Assert.Equal(clock.Source, Profile(id).CitationOf(rule));
    }
}
