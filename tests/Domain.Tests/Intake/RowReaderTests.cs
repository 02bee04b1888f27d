using CsCheck;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class RowReaderTests
{
    private const string Code = "91349999MA2N00028N";
    private const string Number = "349999000000405";
    private const string Nobody = "349999199003071233";
    private static readonly DateOnly Received = new(2020, 7, 10);

    private static readonly string[] Likely = [Code, Number, Nobody, "2020-07-01", "44013", "无", "=1+1", "1", "\0"];

    // A good row of each item, by field code.
    private static readonly Dictionary<string, string> Permit = new()
    {
        ["XK_XDR_MC"] = "界首样青建筑工程有限公司", ["XK_XDR_LB"] = "02", ["XK_XDR_SHXYM"] = Code, ["XK_XDR_GSZC"] = "", ["XK_FRDB"] = "样甲一", ["XK_XDR_ZJHM"] = "",
        ["XK_WSH"] = "界住建许〔2020〕1号", ["XK_XKLB"] = "01", ["XK_NR"] = "施工总承包三级", ["XK_JDRQ"] = "2020-07-01", ["XK_YXQZ"] = "2020-07-01", ["XK_YXQZI"] = "2025-06-30",
        ["XK_XKJG"] = "界首市住房和城乡建设局", ["XK_ZT"] = "1", ["SYFW"] = "0", ["BMSC"] = "是", ["CSRQ"] = "", ["JLBH"] = "",
    };

    private static readonly Dictionary<string, string> Penalty = new()
    {
        ["CF_XDR_MC"] = "界首样禾食品有限公司", ["CF_XDR_SHXYM"] = Code, ["CF_WSH"] = "界综执罚〔2020〕1号", ["CF_CFLB"] = "罚款", ["CF_NR"] = "罚款伍佰元", ["CF_NR_FK"] = "0.05",
        ["CF_JDRQ"] = "2020-07-01", ["CF_GSJZQ"] = "", ["CF_CFJG"] = "界首市城市管理综合行政执法局", ["CF_SYCX"] = "一般程序", ["CF_XDR_LB"] = "法人", ["CF_NR_ZKDX"] = "",
    };

    private static RowReading Read(string item, Dictionary<string, string> row, params string[] extra)
    {
        var resource = ResourceCatalogue.Default.Find(item)!;
        var mapping = HeaderMapper.Map(resource, [.. row.Keys]);
        Assert.Empty(mapping.Unmapped);
        return RowReader.Read(resource, mapping, new SourceRow(7, [.. row.Values, .. extra]), Received);
    }

    private static RowReading WithPermit(params (string Field, string Value)[] changes) => Read("permit", With(Permit, changes));

    private static RowReading WithPenalty(params (string Field, string Value)[] changes) => Read("penalty", With(Penalty, changes));

    private static Dictionary<string, string> With(Dictionary<string, string> row, (string Field, string Value)[] changes)
    {
        var copy = new Dictionary<string, string>(row);
        foreach (var (field, value) in changes) copy[field] = value;
        return copy;
    }

    private static void Refused(RowReading reading, string column, string code)
    {
        Assert.Equal([(column, code, Severity.Error)], reading.Findings.Select(f => (f.Column, f.Code, f.Severity)));
        Assert.False(reading.Accepted);
    }

    private static void Warned(RowReading reading, string column, string code)
    {
        Assert.Equal([(column, code, Severity.Warning)], reading.Findings.Select(f => (f.Column, f.Code, f.Severity)));
        Assert.True(reading.Accepted);
    }

    [Theory]
    [InlineData("3499990000004", "EC2112", "3499990000004")]
    [InlineData("MA2N0002-8", "EC2115", "MA2N00028")]
    public void Read_AnotherNumberInTheCodesColumn_IsAnUnverifiedAlias(string text, string code, string alias)
    {
        var reading = WithPermit(("XK_XDR_SHXYM", text));
        Warned(reading, "XK_XDR_SHXYM", code);
        Assert.Equal((null, alias), (reading.Content.Subject.CreditCode, reading.Content.Subject.RegistrationNumber));
    }

    [Fact]
    public void Read_RegistrationNumberWithAWrongDigitInTheCodesColumn_IsToldAsThat() => Refused(WithPermit(("XK_XDR_SHXYM", "349999000000404")), "XK_XDR_SHXYM", "EC2111");

    [Theory]
    [InlineData("XK_XKJG", "#REF!")]
    [InlineData("XK_WSH", "#CALC!")]
    [InlineData("XK_JDRQ", "#VALUE!")]
    public void Read_FailedFormula_IsRefusedAsOne(string field, string text) => Refused(WithPermit((field, text)), field, "EC2005");

    [Fact]
    public void Read_FormulaThatFoundNothing_SaysNothing() => Assert.True(WithPermit(("XK_XDR_GSZC", "#N/A")).Accepted);

    [Fact]
    public void Read_AmountOfTooManyDigits_IsToldAsTooLarge() => Refused(WithPenalty(("CF_NR_FK", "12345678901234")), "CF_NR_FK", "EC2413");

    [Fact]
    public void Read_NameWithALostCharacter_Warns() => Warned(WithPermit(("XK_XDR_MC", "界首样?建筑工程有限公司")), "XK_XDR_MC", "EC2409");

    [Fact]
    public void Read_GoodPermit_IsTakenWhole()
    {
        var reading = WithPermit();
        Assert.Empty(reading.Findings);
        var content = reading.Content;
        Assert.Equal(7, reading.Line);
        Assert.Equal(new SubjectKey(Code, null, "界首样青建筑工程有限公司"), content.Subject);
        Assert.Equal("界住建许〔2020〕1号", content.DocumentNumber);
        Assert.Equal(new DateOnly(2020, 7, 1), content.GeneratedOn);
        Assert.Equal((ContentStatus.Valid, UseScope.Public, true), (content.Status, content.Scope, content.SecrecyReviewed));
        Assert.Null(content.Mends);
        Assert.Equal("普通", content.Fields["XK_XKLB"]);
        Assert.Equal(
            ["XK_XDR_MC", "XK_XDR_LB", "XK_XDR_SHXYM", "XK_FRDB", "XK_WSH", "XK_XKLB", "XK_NR", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI", "XK_XKJG", "XK_ZT"],
            content.Fields.Keys);
        Assert.Empty(content.Personal);
    }

    [Fact]
    public void Read_GoodPenalty_TellsItsProcedure()
    {
        var reading = WithPenalty(("CF_SYCX", "简易程序"));
        Assert.Empty(reading.Findings);
        Assert.Equal("简易程序", reading.Content.Procedure);
        Assert.Equal("0.05", reading.Content.Fields["CF_NR_FK"]);
    }

    [Theory]
    [InlineData("91349999MA2N00028", "EC2101")]
    [InlineData("91349999MA2NOOO28N", "EC2102")]
    [InlineData("91349999MA2N000281", "EC2103")]
    [InlineData("9.13499992021000E+17", "EC2104")]
    [InlineData("34999919900307123", "EC2101")]
    [InlineData(Nobody, "EC2304")]
    public void Read_WrongCreditCode_IsRefusedOnce(string value, string code) => Refused(WithPermit(("XK_XDR_SHXYM", value)), "XK_XDR_SHXYM", code);

    [Fact]
    public void Read_LetterForDigit_NamesTheLikelyCode() =>
        Assert.Contains(Code, WithPermit(("XK_XDR_SHXYM", Code.Replace('0', 'O'))).Findings[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("91349999ma2n00028n")]
    [InlineData("９１３４９９９９ＭＡ２Ｎ０００２８Ｎ")]
    [InlineData("91349999MA2N00028N（统一社会信用代码）")]
    public void Read_ClerksSpellingOfACode_IsMendedWithAWarning(string value)
    {
        var reading = WithPermit(("XK_XDR_SHXYM", value));
        Warned(reading, "XK_XDR_SHXYM", "EC2107");
        Assert.Equal(Code, reading.Content.Subject.CreditCode);
        Assert.Equal(Code, reading.Content.Fields["XK_XDR_SHXYM"]);
    }

    [Fact]
    public void Read_RegistrationNumberOnly_IsTaken()
    {
        var reading = WithPermit(("XK_XDR_SHXYM", ""), ("XK_XDR_GSZC", Number));
        Assert.Empty(reading.Findings);
        Assert.Equal(new SubjectKey(null, Number, "界首样青建筑工程有限公司"), reading.Content.Subject);
    }

    [Fact]
    public void Read_RegistrationNumberInTheCodeColumn_IsTakenForWhatItIs()
    {
        var reading = WithPermit(("XK_XDR_SHXYM", Number));
        Warned(reading, "XK_XDR_SHXYM", "EC2108");
        Assert.Equal((null, Number), (reading.Content.Subject.CreditCode, reading.Content.Subject.RegistrationNumber));
        Assert.Equal(Number, reading.Content.Fields["XK_XDR_GSZC"]);
        Assert.False(reading.Content.Fields.ContainsKey("XK_XDR_SHXYM"));
    }

    [Fact]
    public void Read_CodeInTheNumberColumn_IsTakenForWhatItIs()
    {
        var reading = WithPermit(("XK_XDR_SHXYM", ""), ("XK_XDR_GSZC", Code));
        Warned(reading, "XK_XDR_GSZC", "EC2108");
        Assert.Equal((Code, null), (reading.Content.Subject.CreditCode, reading.Content.Subject.RegistrationNumber));
    }

    [Fact]
    public void Read_SameCodeInBothColumns_IsNoFinding() => Assert.Empty(WithPermit(("XK_XDR_GSZC", Code)).Findings);

    [Fact]
    public void Read_OldNumber_IsAnUnverifiedAlias()
    {
        var reading = WithPermit(("XK_XDR_SHXYM", ""), ("XK_XDR_GSZC", "3499990000421"));
        Warned(reading, "XK_XDR_GSZC", "EC2112");
        Assert.Equal("3499990000421", reading.Content.Subject.RegistrationNumber);
    }

    [Fact]
    public void Read_NumberWithWrongCheckAlone_IsRefused() => Refused(WithPermit(("XK_XDR_SHXYM", ""), ("XK_XDR_GSZC", "349999000000406")), "XK_XDR_GSZC", "EC2111");

    [Fact]
    public void Read_NoNumberAtAllInItsColumn_IsRefused() => Refused(WithPermit(("XK_XDR_SHXYM", ""), ("XK_XDR_GSZC", "见附件")), "XK_XDR_GSZC", "EC2113");

    [Fact]
    public void Read_DoubtfulNumberBesideAGoodCode_OnlyWarns()
    {
        var reading = WithPermit(("XK_XDR_GSZC", "349999000000406"));
        Warned(reading, "XK_XDR_GSZC", "EC2114");
        Assert.Null(reading.Content.Subject.RegistrationNumber);
    }

    [Fact]
    public void Read_NeitherNumber_IsRefused() => Refused(WithPermit(("XK_XDR_SHXYM", "— —"), ("XK_XDR_GSZC", "无")), "XK_XDR_SHXYM", "EC2301");

    [Fact]
    public void Read_NaturalPerson_IsRefusedWithoutShowingTheNumber()
    {
        var reading = WithPermit(("XK_XDR_LB", "01"), ("XK_XDR_SHXYM", ""), ("XK_XDR_ZJHM", Nobody));
        Refused(reading, "XK_XDR_LB", "EC2304");
        Assert.Equal(Nobody, reading.Content.Personal["XK_XDR_ZJHM"]);
        Assert.DoesNotContain(reading.Content.Fields.Values, v => v.Contains("1990", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("XK_XDR_MC", "", "EC2302")]
    [InlineData("XK_WSH", "— —", "EC2302")]
    [InlineData("XK_JDRQ", "N/A", "EC2302")]
    [InlineData("XK_JDRQ", "2020-02-30", "EC2202")]
    [InlineData("XK_JDRQ", "上月", "EC2201")]
    [InlineData("XK_JDRQ", "长期", "EC2201")]
    [InlineData("XK_JDRQ", "3/7/2020", "EC2203")]
    [InlineData("XK_JDRQ", "2020-07-11", "EC2204")]
    [InlineData("XK_JDRQ", "2099-12-31", "EC2204")]
    [InlineData("CSRQ", "2020-07-11", "EC2204")]
    [InlineData("XK_YXQZI", "2020-06-30", "EC2205")]
    [InlineData("XK_ZT", "3", "EC2402")]
    [InlineData("XK_XDR_LB", "外星人", "EC2402")]
    [InlineData("SYFW", "9", "EC2402")]
    [InlineData("BMSC", "待定", "EC2402")]
    [InlineData("XK_XDR_MC", "界首\uFFFD\uFFFD公司", "EC2002")]
    public void Read_CertainlyWrong_IsRefused(string field, string value, params string[] codes)
    {
        // One wrong day shows in one finding, however late it is: the days after it are moved along.
        (string, string)[] changes = codes is ["EC2204"] && field == "XK_JDRQ"
            ? [(field, value), ("XK_YXQZI", "2099-12-31")]
            : [(field, value)];
        var reading = WithPermit(changes);
        Assert.Equal(codes, reading.Findings.Select(f => f.Code));
        Assert.All(reading.Findings, f => Assert.Equal((field, Severity.Error, 7), (f.Column, f.Severity, f.Line)));
    }

    [Theory]
    [InlineData("XK_FRDB", "N/A", "EC2303")]
    [InlineData("XK_XKLB", "其他-备案", "EC2403")]
    [InlineData("XK_XKJG", "2020-07-01", "EC2408")]
    [InlineData("XK_XKJG", "界住建许〔2020〕1号", "EC2408")]
    [InlineData("XK_XKJG", "0f8fad5b-d9cb-469f-a165-70867728950e", "EC2408")]
    [InlineData("XK_XDR_MC", "20200701", "EC2409")]
    [InlineData("XK_XDR_MC", "界首\u0007样青公司", "EC2003")]
    [InlineData("XK_JDRQ", "44013", "EC2206")]
    [InlineData("XK_JDRQ", "２０２０－０７－０１", "EC2207")]
    [InlineData("XK_YXQZ", "1920-01-01", "EC2208")]
    [InlineData("CSRQ", "2020-06-30", "EC2209")]
    [InlineData("XK_WSH", "空", "EC2305")]
    [InlineData("JLBH", "记录一", "EC2412")]
    public void Read_Doubtful_IsTakenWithAWarning(string field, string value, string code) => Warned(WithPermit((field, value)), field, code);

    [Theory]
    [InlineData("XK_XDR_MC", 256)]
    [InlineData("XK_WSH", 128)]
    [InlineData("XK_NR", 2048)]
    public void Read_Length_IsHeldToTheCharacter(string field, int most)
    {
        Assert.Empty(WithPermit((field, new string('样', most))).Findings);
        Refused(WithPermit((field, new string('样', most + 1))), field, "EC2401");
    }

    [Theory]
    [InlineData("约500元", "EC2404")]
    [InlineData("-1", "EC2405")]
    [InlineData("0.12345678", "EC2411")]
    public void Read_WrongFine_IsRefused(string value, string code) => Refused(WithPenalty(("CF_NR_FK", value)), "CF_NR_FK", code);

    [Theory]
    [InlineData("500元", "EC2406")]
    [InlineData("5000", "EC2407")]
    [InlineData("", "EC2303")]
    public void Read_DoubtfulFine_IsTakenWithAWarning(string value, string code) => Warned(WithPenalty(("CF_NR_FK", value)), "CF_NR_FK", code);

    [Fact]
    public void Read_WarningWithoutFine_NeedsNoAmount() => Assert.Empty(WithPenalty(("CF_CFLB", "警告"), ("CF_NR_FK", "")).Findings);

    [Fact]
    public void Read_RevokedLicenceWithoutItsName_Warns() =>
        Warned(WithPenalty(("CF_CFLB", "罚款；吊销许可证")), "CF_NR_ZKDX", "EC2303");

    [Fact]
    public void Read_PublishUntilBeforeDecision_IsRefused() => Refused(WithPenalty(("CF_GSJZQ", "2020-06-30")), "CF_GSJZQ", "EC2205");

    [Fact]
    public void Read_UnknownProcedure_IsRefused() => Refused(WithPenalty(("CF_SYCX", "特别程序")), "CF_SYCX", "EC2402");

    [Theory]
    [InlineData("XK_JDRQ", "2020-07-10")]
    [InlineData("XK_YXQZI", "2020-07-01")]
    [InlineData("XK_YXQZ", "2030-01-01", "XK_YXQZI", "2031-01-01")]
    public void Read_DaysAtTheirLimits_AreTaken(params string[] pairs) =>
        Assert.Empty(WithPermit([.. pairs.Chunk(2).Select(p => (p[0], p[1]))]).Findings);

    [Theory]
    [InlineData("长期")]
    [InlineData("2099/12/31")]
    public void Read_ValidWithoutEnd_IsNormalised(string value) => Assert.Equal("2099-12-31", WithPermit(("XK_YXQZI", value)).Content.Fields["XK_YXQZI"]);

    [Fact]
    public void Read_SuppliedDay_IsTheDayTheInformationArose() =>
        Assert.Equal(new DateOnly(2020, 7, 6), WithPermit(("CSRQ", "2020-07-06")).Content.GeneratedOn);

    [Theory]
    [InlineData("2", ContentStatus.Revoked)]
    [InlineData("撤销", ContentStatus.Revoked)]
    [InlineData("有效", ContentStatus.Valid)]
    public void Read_Status_IsUnderstood(string value, ContentStatus status) => Assert.Equal(status, WithPermit(("XK_ZT", value)).Content.Status);

    [Theory]
    [InlineData("1", UseScope.GovernmentOnly)]
    [InlineData("2", UseScope.OnAuthorization)]
    [InlineData("", UseScope.Public)]
    public void Read_Scope_IsUnderstood(string value, UseScope scope) => Assert.Equal(scope, WithPermit(("SYFW", value)).Content.Scope);

    [Theory]
    [InlineData("否", false)]
    [InlineData("已审查", true)]
    [InlineData("", null)]
    public void Read_SecrecyReview_IsUnderstood(string value, bool? reviewed) => Assert.Equal(reviewed, WithPermit(("BMSC", value)).Content.SecrecyReviewed);

    [Fact]
    public void Read_RecordId_TellsWhatItMends() => Assert.Equal("r-0001.7", WithPermit(("JLBH", "r-0001.7")).Content.Mends);

    [Fact]
    public void Read_CitizensNumberInProse_IsKeptButNotShown()
    {
        var reading = WithPermit(("XK_NR", $"负责人{Nobody}"));
        Warned(reading, "XK_NR", "EC2410");
        Assert.Equal("负责人****************33", reading.Content.Fields["XK_NR"]);
        Assert.Equal($"负责人{Nobody}", reading.Content.Personal["XK_NR"]);
        Assert.DoesNotContain(Nobody, reading.Findings[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreCellsThanHeaders_IsRefused() => Refused(Read("permit", Permit, "多"), "第19列", "EC2001");

    [Fact]
    public void Read_BlankCellsBeyondTheHeader_AreNothing() => Assert.Empty(Read("permit", Permit, "", " ", "-").Findings);

    [Fact]
    public void Read_RefusedRow_StillTellsWhatItUnderstood()
    {
        var content = WithPermit(("XK_XDR_SHXYM", "91349999MA2N000281"), ("XK_XDR_MC", "")).Content;
        Assert.Equal(("界住建许〔2020〕1号", new DateOnly(2020, 7, 1)), (content.DocumentNumber, content.GeneratedOn));
        Assert.Null(content.Subject.CreditCode);
    }

    [Fact]
    public void Read_LongAndControlledValue_IsCutAndSpeltOut()
    {
        var value = WithPermit(("XK_NR", new string('样', 3000))).Findings[0].Value;
        Assert.Equal(200, value.Length);
        Assert.Contains("\\u000a", WithPermit(("XK_JDRQ", "一\n二")).Findings[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyCells_Answers() =>
        Gen.OneOf(Gen.String[0, 30], Gen.OneOf([.. Likely.Select(v => Gen.Const(v))])).Array[0, 25]
            .Sample(cells =>
            {
                var resource = ResourceCatalogue.Default.Find("permit")!;
                var mapping = HeaderMapper.Map(resource, [.. Permit.Keys]);
                var reading = RowReader.Read(resource, mapping, new SourceRow(1, cells), Received);
                var subject = reading.Content.Subject;
                return !reading.Accepted || (subject.CreditCode ?? subject.RegistrationNumber) is not null && reading.Content.GeneratedOn <= Received && subject.Name is not null;
            });
}
