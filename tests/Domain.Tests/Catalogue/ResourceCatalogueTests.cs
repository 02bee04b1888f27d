using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Catalogue;

public class ResourceCatalogueTests
{
    private const string Least = """
        { "version": "1", "source": "s",
          "codeLists": [{ "id": "l", "entries": [{ "code": "1", "name": "有效" }] }],
          "items": [{ "code": "x", "name": "名", "category": "类", "source": "s", "layouts": [{ "code": "a", "name": "A", "source": "s" }],
            "fields": [
              { "code": "N", "name": "名称", "role": "subjectName" },
              { "code": "C", "name": "代码", "type": "creditCode", "role": "creditCode", "requirement": "requiredInGroup", "group": "g" },
              { "code": "D", "name": "日期", "type": "date", "role": "decidedOn" }] }] }
        """;

    [Fact]
    public void Default_Loads_WithTheItemsThatDepartmentsProvide()
    {
        var catalogue = ResourceCatalogue.Default;
        Assert.Equal(
            ["register", "permit", "penalty", "inspection", "abnormal", "serious", "commendation", "small-enterprise", "judicial"], catalogue.Items.Select(i => i.Code));
        Assert.Equal("2020.3", catalogue.Version);
        Assert.Equal(["2015", "2018"], catalogue.Find("permit")!.Layouts.Select(l => l.Code));
        Assert.Null(catalogue.Find("nothing"));
    }

    [Fact]
    public void Default_EveryItem_CitesItsSource() =>
        Assert.All(ResourceCatalogue.Default.Items, i => Assert.NotEmpty(i.Source + string.Concat(i.Layouts.Select(l => l.Source))));

    [Fact]
    public void Default_IdentityNumbers_AreNeverPublic() =>
        Assert.All(
            ResourceCatalogue.Default.Items.SelectMany(i => i.Fields).Where(f => f.Name.Contains("证件号码", StringComparison.Ordinal)),
            f => Assert.Equal(FieldMask.Personal, f.Mask));

    [Fact]
    public void Default_EveryItem_SaysWhoOwesItAndByWhichRules() =>
        Assert.All(ResourceCatalogue.Default.Items, i => Assert.True(i.OwedBy.Count > 0 && i.Clocks.Count > 0, i.Code));

    [Theory]
    [InlineData("register")]
    [InlineData("permit")]
    [InlineData("penalty")]
    [InlineData("inspection")]
    [InlineData("abnormal")]
    [InlineData("serious")]
    [InlineData("commendation")]
    [InlineData("small-enterprise")]
    [InlineData("judicial")]
    public void Default_ItsSamples_MakeARowThatIsTaken(string code)
    {
        var item = ResourceCatalogue.Default.Find(code)!;
        var fields = item.FieldsOf(item.Layouts[^1].Code).ToList();
        var mapping = HeaderMapper.Map(item, [.. fields.Select(f => f.Name)]);
        Assert.Equal(item.Layouts[^1].Code, mapping.Layout);
        Assert.True(RowReader.Read(item, mapping, new SourceRow(2, [.. fields.Select(f => f.Sample)]), new DateOnly(2020, 7, 1)).Accepted);
    }

    [Fact]
    public void Parse_Least_IsEnough() => Assert.Equal("x", ResourceCatalogue.Parse(Least, "f.json").Items[0].Code);

    [Theory]
    [InlineData("\"version\": \"1\"", "\"version\": 1", "f.json: version: a text is needed")]
    [InlineData("\"source\": \"s\",\n", "\"sauce\": \"s\",\n", "f.json: sauce: not known here; allowed are version, source, codeLists, commonFields, items")]
    [InlineData("\"type\": \"date\"", "\"type\": \"day\"", "f.json: items[0].fields[2].type: \"day\" is not one of text, date, amount, code, creditCode, registrationNumber, yesNo")]
    [InlineData("\"role\": \"decidedOn\"", "\"role\": \"none\"", "f.json: items[0].fields: no field of layout a has the role DecidedOn: the periods run from it (A5)")]
    [InlineData("\"code\": \"D\"", "\"code\": \"C\"", "f.json: items[0].fields: the code \"C\" occurs 2 times in layout a")]
    [InlineData("\"type\": \"date\"", "\"type\": \"code\"", "f.json: items[0].fields[2].codeList: a field of type code needs one")]
    [InlineData("\"type\": \"date\"", "\"type\": \"code\", \"codeList\": \"m\"", "f.json: items[0].fields[2].codeList: \"m\" is not one of l")]
    [InlineData("\"type\": \"date\"", "\"layouts\": [\"b\"]", "f.json: items[0].fields[2].layouts: \"b\" is not one of a")]
    [InlineData("\"type\": \"date\"", "\"maxLength\": 0", "f.json: items[0].fields[2].maxLength: a whole number from 1 to 100000 is needed")]
    [InlineData(", \"group\": \"g\"", "", "f.json: items[0].fields[1].group: a group is given exactly where requirement is requiredInGroup")]
    [InlineData("\"type\": \"date\"", "\"when\": { \"field\": \"Q\", \"contains\": [\"a\"] }", "f.json: items[0].fields: D.when.field: \"Q\" is no field of layout a")]
    [InlineData("\"category\": \"类\"", "\"category\": \"类\", \"clocks\": [\"one\"]", "f.json: items[0].clocks: \"one\" is no rule's number such as T1")]
    [InlineData("\"category\": \"类\"", "\"category\": \"类\", \"frequency\": \"often\"", "f.json: items[0].frequency: \"often\" is not one of continuous, monthly, yearly")]
    [InlineData("\"code\": \"x\"", "\"code\": \"X Y\"", "f.json: items[0].code: \"X Y\" names a folder: only a to z, 0 to 9 and - are allowed")]
    public void Parse_Fault_NamesFilePathAndWhatIsAllowed(string from, string to, string problem)
    {
        Assert.Contains(from, Least, StringComparison.Ordinal);
        var error = Assert.Throws<CatalogueException>(() => ResourceCatalogue.Parse(Least.Replace(from, to, StringComparison.Ordinal), "f.json"));
        Assert.Contains(problem, error.Problems);
    }

    [Fact]
    public void Parse_SeveralFaults_TellsThemAll()
    {
        var error = Assert.Throws<CatalogueException>(() => ResourceCatalogue.Parse("""{ "version": "1", "source": "s", "codeLists": {}, "items": [] }""", "f.json"));
        Assert.Equal(["f.json: codeLists: an array of objects is needed", "f.json: items: at least one item is needed"], error.Problems);
    }

    [Fact]
    public void Parse_NoJson_NamesTheLine()
    {
        var error = Assert.Throws<CatalogueException>(() => ResourceCatalogue.Parse("{\n oops }", "f.json"));
        Assert.StartsWith("f.json: line 2: no JSON", error.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Document_OfTheDefault_IsTheCommittedPage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json"))) folder = folder.Parent!;
        var page = Path.Combine(folder.FullName, "docs", "catalogue.md");
        var expected = CatalogueDocument.Of(ResourceCatalogue.Default);
        if (Environment.GetEnvironmentVariable("ENTCREDIT_WRITE_DOCS") == "1") File.WriteAllText(page, expected);
        Assert.Equal(expected, File.ReadAllText(page));
    }
}
