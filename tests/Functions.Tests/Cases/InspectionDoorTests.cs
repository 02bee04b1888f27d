using System.Net;
using System.Text.Json;
using EntCredit.Domain.Inspections;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>双随机、一公开 over HTTP (湘商改〔2016〕7号 第八条; 界政办〔2020〕5号 五(四)).</summary>
[Collection("cases")]
public sealed class InspectionDoorTests
{
    private const string Seed = "2020-07-02 样例种子 01 02 03 04 05 06 07";
    private static readonly string Digest = new('a', 64);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hunan_ChangedRoster_IsUpdatedInTimeByOneAndNotedOverdueOfTheOther()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        foreach (var department in new[] { "hunan-housing", "hunan-aic" })
        {
            object change = new { changeId = "c-1", changedOn = "2020-07-01", inspector = "示例乙" };
            var stale = await host.DoAsync(department, "POST", "inspections/roster/changes", change);
            Assert.Equal("2020-07-01", Text(stale, "staleSince"));
            Assert.Equal(1, (await host.DoAsync(department, "POST", "inspections/roster/changes", change)).GetProperty("version").GetInt32());
        }

        host.MoveTo("2020-07-10 17:00");
        var updated = await host.DoAsync("hunan-housing", "PUT", "inspections/roster", new { rosterDigest = Digest });
        Assert.Equal("met", Text(updated.GetProperty("duties")[0], "standing"));
        host.MoveTo("2020-07-11 00:00");
        await host.EndAsync(Instances.OfRoster("hunan-aic"));

        Assert.Equal(["T16 hunan-aic 2020-07-10"], await host.NotedAsync(Instances.OfRoster("hunan-aic")));
        Assert.Empty(await host.NotedAsync(Instances.OfRoster("hunan-housing")));
        Assert.Equal(HttpStatusCode.OK, (await host.CallAsync("hunan-aic", "GET", "inspections/rosters/hunan-housing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("hunan-housing", "GET", "inspections/rosters/hunan-aic")).Status);
    }

    [Fact]
    public async Task Hunan_EntityList_IsRefreshedEachDayByMarketSupervisionAlone()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("hunan-housing", "PUT", "inspections/entities", new { entities = 1, listDigest = Digest })).Status);
        await host.DoAsync("hunan-aic", "PUT", "inspections/entities", new { entities = 1, listDigest = Digest });
        host.MoveTo("2020-07-02 10:00");
        var second = await host.DoAsync("hunan-aic", "PUT", "inspections/entities", new { entities = 2, listDigest = Digest });
        Assert.Equal(["met", "open"], second.GetProperty("duties").EnumerateArray().Select(duty => Text(duty, "standing")));
        Assert.Equal("2020-07-02", Text(await host.DoAsync("hunan-housing", "GET", "inspections/entities"), "refreshedOn"));
    }

    [Fact]
    public async Task Draw_AnnouncedAndSealed_DrawsWhatAnybodyCanDrawAgainAndIsFinishedByTheIntake()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var facts = new RegisterFacts(host.Get<ILedger>(), host.Legal, "jieshou", "jieshou-registrar");
        for (var n = 1; n <= 6; n++) await facts.RegisterAsync(n, n == 6 ? "注销" : "存续");
        await facts.CollectAsync(2, "r-abnormal", "abnormal", "jieshou-scjg");
        var announcement = new { matter = "S-01", seedDigest = DrawMethod.Commitment(Seed), subjects = 2, inspectorsEach = 1, joining = new[] { "jieshou-enforcement" } };
        Assert.Equal("EC4510", (await host.CallAsync("jieshou-housing", "POST", "inspections/draws", announcement)).Code);
        await host.DoAsync("jieshou-housing", "PUT", "inspections/matters/S-01", new { name = "示例事项", basis = "示例依据" });
        Assert.Equal("EC4517", (await host.CallAsync("jieshou-housing", "POST", "inspections/draws", announcement)).Code);
        await host.DoAsync("jieshou-housing", "PUT", "inspections/roster", new { inspectors = new object[] { new { code = "H1", avoids = new[] { RegisterFacts.Code(1) } }, new { code = "H2" } } });
        await host.DoAsync("jieshou-enforcement", "PUT", "inspections/roster", new { inspectors = new object[] { new { code = "E1" }, new { code = "E2" } } });
        await host.DoAsync("jieshou-enforcement", "POST", "inspections/roster/changes", new { changeId = "c-1", changedOn = "2020-07-01", inspector = "示例丙" });

        var committed = await host.CallAsync("jieshou-housing", "POST", "inspections/draws", announcement);
        var id = Text(committed.Body, "id")!;
        Assert.Equal(HttpStatusCode.Created, committed.Status);
        Assert.Equal(id, Text(await host.DoAsync("jieshou-housing", "POST", "inspections/draws", announcement), "id"));
        Assert.Equal("jieshou-enforcement", Assert.Single(committed.Body.GetProperty("plan").GetProperty("staleRosters").EnumerateArray()).GetString());
        Assert.False((await host.DoAsync("jieshou-housing", "GET", $"public/draws/{id}")).TryGetProperty("lists", out _));

        // The day is not over: nobody knows its root yet.
        Assert.Equal("EC4513", (await host.CallAsync("jieshou-housing", "POST", $"inspections/draws/{id}/draw", new { seed = Seed })).Code);
        host.MoveTo("2020-07-02 00:02");
        await host.Get<DaySealer>().SealAsync(Cancellation);
        Assert.Equal("EC4505", (await host.CallAsync("jieshou-housing", "POST", $"inspections/draws/{id}/draw", new { seed = "other" })).Code);
        Assert.Equal("EC4502", (await host.CallAsync("jieshou-enforcement", "POST", $"inspections/draws/{id}/draw", new { seed = Seed })).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("jieshou-fgw", "POST", $"inspections/draws/{id}/draw", new { seed = Seed })).Status);
        var drawn = await host.DoAsync("jieshou-housing", "POST", $"inspections/draws/{id}/draw", new { seed = Seed });
        Assert.Equal("drawn", Text(drawn, "phase"));

        var proof = JsonSerializer.Deserialize<DrawProof>((await host.DoAsync("jieshou-fgw", "GET", $"public/draws/{id}")).GetRawText(), DrawProof.Json)!;
        Assert.Null(proof.Fault());
        Assert.Equal(["1 1 plain", "2 2 poor", "3 1 plain", "4 1 plain", "5 1 plain"], proof.Lists!.Subjects
            .Select(subject => $"{Enumerable.Range(1, 6).First(n => RegisterFacts.Code(n) == subject.Number)} {subject.Weight} {subject.Class}").Order());
        Assert.Equal(new DrawConflict("jieshou-housing", "H1", RegisterFacts.Code(1)), Assert.Single(proof.Lists.Conflicts));
        Assert.Equal(proof.Result!.Select(one => one.Number), drawn.GetProperty("drawn").EnumerateArray().Select(one => Text(one.GetProperty("enterprise"), "creditCode")));
        Assert.Equal(id, Text(Assert.Single((await host.DoAsync("jieshou-fgw", "GET", "public/draws?jurisdiction=jieshou")).GetProperty("items").EnumerateArray()), "id"));

        // What was published once serves no other draw.
        await host.DoAsync("jieshou-housing", "PUT", "inspections/matters/S-02", new { name = "另一示例事项", basis = "示例依据" });
        Assert.Equal("EC4518", (await host.CallAsync("jieshou-housing", "POST", "inspections/draws", new { matter = "S-02", seedDigest = DrawMethod.Commitment(Seed), subjects = 1, inspectorsEach = 1 })).Code);

        // One result comes with the intake, as the record of an inspection that names the draw; the other a department says itself.
        Assert.Single((await host.DoAsync("jieshou-housing", "GET", "inbox/waiting")).GetProperty("items").EnumerateArray());
        var first = Enumerable.Range(1, 6).First(n => RegisterFacts.Code(n) == proof.Result![0].Number);
        await facts.CollectAsync(first, "r-inspection", "inspection", "jieshou-enforcement", ("CCRWBH", id), ("CCJG", "未发现问题"));
        Assert.Equal(1, await host.Get<DrawSettlement>().RunAsync(Cancellation));
        Assert.Equal(0, await host.Get<DrawSettlement>().RunAsync(Cancellation));
        var result = await host.DoAsync(
            "jieshou-enforcement", "POST", $"inspections/draws/{id}/results", new { enterprise = proof.Result![1].Number, inspectedOn = "2020-07-02", outcome = "未发现问题" });
        Assert.Equal(("finished", "未发现问题"), (Text(result, "phase"), Text(result.GetProperty("drawn")[0], "outcome")));
        Assert.Empty((await host.DoAsync("jieshou-housing", "GET", "inbox/waiting")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Draw_OfOneClass_TakesOnlyThoseOfIt()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var facts = new RegisterFacts(host.Get<ILedger>(), host.Legal, "jieshou", "jieshou-registrar");
        for (var n = 1; n <= 3; n++) await facts.RegisterAsync(n);
        await facts.CollectAsync(3, "r-serious", "serious", "jieshou-scjg");
        await host.DoAsync("jieshou-scjg", "PUT", "inspections/matters/S-01", new { name = "示例事项", basis = "示例依据" });
        await host.DoAsync("jieshou-scjg", "PUT", "inspections/roster", new { inspectors = new object[] { new { code = "S1" } } });
        object announcement = new { matter = "S-01", seedDigest = DrawMethod.Commitment(Seed), subjects = 1, inspectorsEach = 1, onlyClasses = new[] { "poor" } };
        var id = Text(await host.DoAsync("jieshou-scjg", "POST", "inspections/draws", announcement), "id")!;
        host.MoveTo("2020-07-02 00:02");
        await host.Get<DaySealer>().SealAsync(Cancellation);

        var drawn = await host.DoAsync("jieshou-scjg", "POST", $"inspections/draws/{id}/draw", new { seed = Seed });
        Assert.Equal(RegisterFacts.Code(3), Text(drawn.GetProperty("drawn")[0].GetProperty("enterprise"), "creditCode"));
    }

    [Fact]
    public async Task Draw_FromLongLists_IsPublishedWithoutThemAndWholeInItsFile()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await new RegisterFacts(host.Get<ILedger>(), host.Legal, "jieshou", "jieshou-registrar").RegisterAsync(1);
        await host.DoAsync("jieshou-scjg", "PUT", "inspections/matters/S-01", new { name = "示例事项", basis = "示例依据" });
        await host.DoAsync("jieshou-scjg", "PUT", "inspections/roster", new { inspectors = Enumerable.Range(0, DrawListPart.Most).Select(n => new { code = $"S{n:0000}" }) });
        object announcement = new { matter = "S-01", seedDigest = DrawMethod.Commitment(Seed), subjects = 1, inspectorsEach = 1 };
        var id = Text(await host.DoAsync("jieshou-scjg", "POST", "inspections/draws", announcement), "id")!;
        host.MoveTo("2020-07-02 00:02");
        await host.Get<DaySealer>().SealAsync(Cancellation);
        await host.DoAsync("jieshou-scjg", "POST", $"inspections/draws/{id}/draw", new { seed = Seed });

        var published = await host.DoAsync("jieshou-fgw", "GET", $"public/draws/{id}");
        Assert.False(published.TryGetProperty("lists", out _));
        Assert.Equal($"/api/v1/public/draws/{id}/file", Text(published, "file"));
        var whole = await host.DoAsync("jieshou-fgw", "GET", $"public/draws/{id}/file");
        Assert.False(whole.TryGetProperty("file", out _));
        Assert.Null(JsonSerializer.Deserialize<DrawProof>(whole.GetRawText(), DrawProof.Json)!.Fault());
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("jieshou-fgw", "GET", "public/draws/0123456789abcdef0123/file")).Status);
    }

    // X, C and F do not speak of draws: they may be held all the same, and nobody weighs more than others (A45).
    [Theory]
    [InlineData("xinhui", "xinhui-aic")]
    [InlineData("chongqing", "chongqing-aic")]
    [InlineData("fujian", "fujian-aic")]
    [InlineData("hunan", "hunan-aic")]
    public async Task Draw_WhereTheDocumentGivesNoRatio_WeighsEverybodyTheSame(string jurisdiction, string department)
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var facts = new RegisterFacts(host.Get<ILedger>(), host.Legal, jurisdiction, department);
        for (var n = 1; n <= 3; n++) await facts.RegisterAsync(n);
        await facts.CollectAsync(3, "r-serious", "serious", department);
        await host.DoAsync(department, "PUT", "inspections/matters/S-01", new { name = "示例事项", basis = "示例依据" });
        await host.DoAsync(department, "PUT", "inspections/roster", new { inspectors = new object[] { new { code = "S1" } } });
        object announcement = new { matter = "S-01", seedDigest = DrawMethod.Commitment(Seed), subjects = 3, inspectorsEach = 1 };
        var id = Text(await host.DoAsync(department, "POST", "inspections/draws", announcement), "id")!;
        host.MoveTo("2020-07-02 00:02");
        await host.Get<DaySealer>().SealAsync(Cancellation);
        await host.DoAsync(department, "POST", $"inspections/draws/{id}/draw", new { seed = Seed });

        var proof = JsonSerializer.Deserialize<DrawProof>((await host.DoAsync(department, "GET", $"public/draws/{id}")).GetRawText(), DrawProof.Json)!;
        Assert.Null(proof.Fault());
        Assert.Equal(["1 plain", "1 plain", "1 poor"], proof.Lists!.Subjects.Select(subject => $"{subject.Weight} {subject.Class}").Order());
    }

    [Fact]
    public async Task Matters_OfADepartment_AreItsOwnToChangeAndAnybodysToRead()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        await host.DoAsync("jieshou-housing", "PUT", "inspections/matters/S-01", new { name = "示例事项", basis = "示例依据" });
        Assert.Equal("示例依据", Text((await host.DoAsync("jieshou-fgw", "GET", "public/inspections/matters/jieshou-housing")).GetProperty("matters")[0], "basis"));
        Assert.Empty((await host.DoAsync("jieshou-scjg", "GET", "inspections/matters")).GetProperty("matters").EnumerateArray());
        Assert.Single((await host.DoAsync("jieshou-housing", "GET", "inspections/matters")).GetProperty("matters").EnumerateArray());
        Assert.Empty((await host.DoAsync("jieshou-housing", "DELETE", "inspections/matters/S-01")).GetProperty("matters").EnumerateArray());
    }

    [Fact]
    public async Task Hunan_EntityList_IsRefreshedFromTheRegisterOncePerDay()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 10:00");
        var facts = new RegisterFacts(host.Get<ILedger>(), host.Legal, "hunan", "hunan-aic");
        await host.Get<EntityListRefresh>().RunAsync(Cancellation);
        Assert.False((await host.DoAsync("hunan-aic", "GET", "inspections/entities")).TryGetProperty("refreshedOn", out _));
        await facts.RegisterAsync(1);
        await facts.RegisterAsync(2, "吊销");
        await host.Get<EntityListRefresh>().RunAsync(Cancellation);
        await host.Get<EntityListRefresh>().RunAsync(Cancellation);

        var list = await host.DoAsync("hunan-aic", "GET", "inspections/entities");
        Assert.Equal((1, "2020-07-01"), (list.GetProperty("entities").GetInt32(), Text(list, "refreshedOn")));
        Assert.Equal("T17", Text(Assert.Single(list.GetProperty("duties").EnumerateArray()), "rule"));
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
