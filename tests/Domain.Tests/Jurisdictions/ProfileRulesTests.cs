using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>What differs between the documents beside clocks, publication and backlog.</summary>
public sealed class ProfileRulesTests
{
    [Theory]
    [InlineData("jieshou", DepartmentLevel.County, SecrecyDeclaration.Required)]
    [InlineData("xinhui", DepartmentLevel.County, SecrecyDeclaration.ByDefault)]
    [InlineData("xinhui", DepartmentLevel.Central, SecrecyDeclaration.Required)]
    [InlineData("xinhui", DepartmentLevel.Province, SecrecyDeclaration.Required)]
    [InlineData("chongqing", DepartmentLevel.Province, SecrecyDeclaration.ByDefault)]
    [InlineData("fujian", DepartmentLevel.Central, SecrecyDeclaration.ByDefault)]
    [InlineData("hunan", DepartmentLevel.Province, SecrecyDeclaration.ByDefault)]
    [InlineData("national", DepartmentLevel.County, SecrecyDeclaration.Required)]
    public void SecrecyReview_IsDeclaredAsTheDocumentBinds(string id, DepartmentLevel level, SecrecyDeclaration expected)
    {
        SecrecyReview review = Profile(id).SecrecyReview;

        Assert.Equal(expected, review.For(level));
        Assert.Equal(expected == SecrecyDeclaration.ByDefault, review.IsDone(level, null));
        Assert.True(review.IsDone(level, true));
        Assert.False(review.IsDone(level, false));
    }

    [Fact]
    public void RefusedRowCorrection_IsDueAtTheLaterDay()
    {
        RefusedRowCorrection rule = Profile("jieshou").RefusedRowCorrection;

        Assert.Equal((Term.WorkingDays(3), 1), (rule.AfterReceipt, rule.ReminderWorkingDaysBefore));
        Assert.Equal(new DateOnly(2024, 9, 20), rule.Due(new DateOnly(2024, 9, 12), new DateOnly(2024, 9, 20)));
        Assert.Equal(new DateOnly(2024, 9, 30), rule.Due(new DateOnly(2024, 9, 30), new DateOnly(2024, 9, 20)));
        Assert.Equal(new DateOnly(2024, 9, 12), rule.Due(new DateOnly(2024, 9, 12), null));
    }

    [Fact]
    public void Provision_InChongqing_IsMonthlyWithAnAdvisoryTwentyWorkingDays()
    {
        ProvisionRegime regime = Profile("chongqing").Provision;

        Assert.True(regime.IsMonthlyOn(new DateOnly(2026, 11, 22)));
        Assert.Equal("全市统一的共享交换平台建成", regime.UntilWhat);
        Assert.Equal((Term.WorkingDays(20), "国务院令第654号", true), (regime.Advisory!.Term, regime.Advisory.Document, regime.Advisory.Inferred));
    }

    [Theory]
    [InlineData("xinhui")]
    [InlineData("jieshou")]
    [InlineData("fujian")]
    [InlineData("hunan")]
    [InlineData("national")]
    public void Provision_Elsewhere_IsContinuous(string id) => Assert.False(Profile(id).Provision.IsMonthlyOn(new DateOnly(2026, 11, 22)));

    [Fact]
    public void ChannelsFor_JieshouPermit_PutsTheCreditPlatformFirst() =>
        Assert.Equal(
            ["credit-platform", "government-sharing-platform", "direct-entry", "outside"],
            Profile("jieshou").ChannelsFor("permit", null, DepartmentLevel.County).Select(channel => channel.Id));

    [Fact]
    public void ChannelsFor_JieshouRegister_SkipsTheCreditPlatform() =>
        Assert.Equal("government-sharing-platform", Profile("jieshou").ChannelsFor("register", null, DepartmentLevel.County).First().Id);

    [Fact]
    public void ChannelsFor_XinhuiCentralUnit_IsTheProvincialPlatformOnly() =>
        Assert.Equal(
            ["provincial-sharing-platform"],
            Profile("xinhui").ChannelsFor("permit", null, DepartmentLevel.Central).Select(channel => channel.Id));

    [Fact]
    public void ChannelsFor_EveryProfileItemAndLevel_FindsOne() =>
        Assert.All(
            JurisdictionProfiles.Default.All,
            profile => Assert.All(
                Enum.GetValues<DepartmentLevel>(),
                level => Assert.NotEmpty(profile.ChannelsFor("anything", null, level))));

    [Theory]
    [InlineData("jieshou", "marketSupervision,provider")]
    [InlineData("hunan", "provider")]
    public void Objections_AreLodgedWhereTheDocumentSays(string id, string roles)
    {
        ObjectionRule rule = Profile(id).Objections;

        Assert.Equal(roles, string.Join(',', rule.LodgedWith.Select(Domain.Settings.SettingsWords.Of)));
        Assert.False(rule.Source.Inferred);
        Assert.Equal(("异议处理中", Term.WorkingDays(20)), (rule.PublicMark, rule.InternalTerm));
    }

    [Theory]
    [InlineData("jieshou", DepartmentRole.MarketSupervision, false)]
    [InlineData("hunan", DepartmentRole.Operator, true)]
    public void Correction_IsAskedForAsTheDocumentSays(string id, DepartmentRole by, bool inWriting) =>
        Assert.Equal((by, inWriting), (Profile(id).Correction.CarriedOutBy, Profile(id).Correction.InWriting));

    [Fact]
    public void Participants_InHunan_IncludeCourtsAndBanks()
    {
        Participation participants = Profile("hunan").Participants;

        Assert.Contains(DepartmentRole.Court, participants.Roles);
        Assert.Contains(DepartmentRole.Bank, participants.Roles);
        Assert.Equal("第五条", participants.Source.Article);
        Assert.DoesNotContain(JurisdictionProfiles.Default.All, p => p.Id != "hunan" && p.Participants.Roles.Contains(DepartmentRole.Bank));
    }

    [Fact]
    public void DigitalSignature_IsOptionalInHunanAlone() =>
        Assert.Equal(
            [("hunan", SignatureUse.Optional)],
            JurisdictionProfiles.Default.All.Where(p => p.DigitalSignature.Use != SignatureUse.None).Select(p => (p.Id, p.DigitalSignature.Use)));

    [Fact]
    public void Subjects_FollowTheDocuments()
    {
        Assert.Contains(SubjectKind.OutOfProvinceEnterprise, Profile("hunan").Subjects.Kinds);
        Assert.Equal([SubjectKind.IndividualBusiness, SubjectKind.FarmersCooperative], Profile("fujian").Subjects.ByAnalogy);
        Assert.True(Profile("fujian").Subjects.Include(SubjectKind.IndividualBusiness));
        Assert.False(Profile("jieshou").Subjects.Include(SubjectKind.IndividualBusiness));
        Assert.Equal([IdentityKey.CreditCode, IdentityKey.RegistrationNumber], Profile("chongqing").Subjects.Keys);
        Assert.Equal([IdentityKey.CreditCode], Profile("jieshou").Subjects.Keys);
    }

    [Fact]
    public void OutsideInformation_StartsAtReceiptInJieshouAlone() =>
        Assert.Equal(["jieshou"], JurisdictionProfiles.Default.All.Where(p => p.OutsideInformation?.StartsAtReceipt == true).Select(p => p.Id));

    [Theory]
    [InlineData("T19", "chongqing", "2016-08-31")]
    [InlineData("T20", "chongqing", "2016-12-31")]
    [InlineData("T20", "xinhui", "2016-12-31")]
    [InlineData("T21", "xinhui", "2017-12-31")]
    [InlineData("T22", "jieshou", "2020-12-31")]
    public void Milestones_AreDatedFacts(string rule, string id, string by)
    {
        List<Milestone> milestones = [.. Profile(id).Milestones.Where(milestone => milestone.RuleId == rule)];

        Assert.NotEmpty(milestones);
        Assert.All(milestones, milestone => Assert.Equal(by, milestone.By.ToString("O")));
        Assert.Equal(milestones[0].Source, Profile(id).CitationOf(rule));
    }

    [Fact]
    public void DualNotice_FollowsTheDocuments()
    {
        Assert.True(Profile("xinhui").DualNotice!.WrittenCommitment);
        Assert.True(Profile("hunan").DualNotice is { Returnable: true, OpenClaim: true, Pushed: true });
        Assert.True(Profile("chongqing").DualNotice is { Pushed: false, OpenClaim: true, Returnable: false });
        Assert.True(Profile("jieshou").DualNotice is { Pushed: true, OpenClaim: false, Returnable: false });
        Assert.Null(Profile("fujian").DualNotice);
    }

    [Fact]
    public void Sanctions_FeedBackToWhomTheDocumentSays()
    {
        Assert.Equal(FeedbackTo.Publisher, Profile("fujian").Sanctions!.FeedbackTo);
        Assert.Equal(FeedbackTo.Platform, Profile("hunan").Sanctions!.FeedbackTo);
        Assert.Null(Profile("xinhui").Sanctions!.FeedbackTo);
        Assert.True(Profile("jieshou").Sanctions!.PersonsToo);
        Assert.True(Profile("hunan").Sanctions!.PersonsToo);
        Assert.Equal(5, Profile("xinhui").Sanctions!.Lists.Count);
    }

    [Theory]
    [InlineData("xinhui")]
    [InlineData("jieshou")]
    [InlineData("chongqing")]
    [InlineData("fujian")]
    [InlineData("hunan")]
    public void UnnumberedDuties_OfEveryDocument_AreCited(string id)
    {
        Assert.NotNull(Profile(id).CitationOf("T23"));
        Assert.NotNull(Profile(id).CitationOf("T24"));
    }

    [Fact]
    public void Counting_Everywhere_LeavesOutTheDayOfTheEvent() =>
        Assert.All(JurisdictionProfiles.Default.All, profile => Assert.False(profile.Counting.EventDayCounted));

    [Fact]
    public void CitationOf_UnknownRule_IsNull() => Assert.Null(Profile("jieshou").CitationOf("T99"));

    private static JurisdictionProfile Profile(string id) => JurisdictionProfiles.Default.Get(id);
}
