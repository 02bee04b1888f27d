using System.Text.Json;

namespace EntCredit.Domain.Catalogue;

/// <summary>Reads a catalogue file and collects everything that is wrong with it, rather than the first thing.</summary>
internal sealed class CatalogueParser(string file)
{
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, CodeList> _lists = new(StringComparer.Ordinal);

    public ResourceCatalogue Parse(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new CatalogueException([$"{file}: line {e.LineNumber + 1}: no JSON: {e.Message}"]);
        }

        using (document)
        {
            var root = new Node(document.RootElement, "", this);
            root.Only("version", "source", "codeLists", "commonFields", "items");
            var version = root.Text("version");
            foreach (var list in root.Objects("codeLists")) ReadList(list);
            var common = root.Objects("commonFields").ToList();
            var items = root.Objects("items").Select(i => ReadItem(i, common)).ToList();
            foreach (var twice in items.GroupBy(i => i.Code).Where(g => g.Count() > 1)) Say("items", $"the code \"{twice.Key}\" occurs {twice.Count()} times");
            if (items.Count == 0) Say("items", "at least one item is needed");
            if (_problems.Count > 0) throw new CatalogueException(_problems);
            return new ResourceCatalogue(version, items);
        }
    }

    private void ReadList(Node node)
    {
        node.Only("id", "closed", "multiple", "entries");
        var entries = node.Objects("entries").Select(e =>
        {
            e.Only("code", "name", "synonyms");
            return new CodeEntry(e.OptionalText("code") ?? "", e.Text("name"), e.Texts("synonyms"));
        }).ToList();
        if (entries.Count == 0) Say(node.Path + ".entries", "at least one entry is needed");
        var list = new CodeList(node.Text("id"), node.Flag("closed"), node.Flag("multiple"), entries);
        if (!_lists.TryAdd(list.Id, list)) Say(node.Path + ".id", $"the list \"{list.Id}\" occurs twice");
    }

    private ResourceItem ReadItem(Node node, List<Node> common)
    {
        node.Only("code", "name", "category", "disclosure", "source", "clocks", "owedBy", "frequency", "layouts", "fields");
        var code = node.Text("code");
        if (code.Length > 0 && !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            Say(node.Path + ".code", $"\"{code}\" names a folder: only a to z, 0 to 9 and - are allowed");
        var layouts = node.Objects("layouts").Select(l =>
        {
            l.Only("code", "name", "source");
            return new ResourceLayout(l.Text("code"), l.Text("name"), l.Text("source"));
        }).ToList();
        if (layouts.Count == 0) Say(node.Path + ".layouts", "at least one layout is needed");
        var fields = node.Objects("fields").Concat(common).Select(f => ReadField(f, layouts)).ToList();
        var item = new ResourceItem(code, node.Text("name"), node.Text("category"), node.Choice("disclosure", Disclosure.Published), node.Text("source"), layouts, fields)
        {
            Clocks = node.Texts("clocks"),
            OwedBy = node.Texts("owedBy"),
            Frequency = node.Choice("frequency", Frequency.Continuous),
        };
        foreach (var odd in item.Clocks.Where(clock => clock is not ['T', _, ..] || !clock.Skip(1).All(char.IsAsciiDigit)))
            Say(node.Path + ".clocks", $"\"{odd}\" is no rule's number such as T1");
        CheckItem(item, node.Path);
        return item;
    }

    private ResourceField ReadField(Node node, List<ResourceLayout> layouts)
    {
        node.Only("code", "name", "aliases", "layouts", "type", "maxLength", "requirement", "group", "when", "codeList", "mask", "role", "sample");
        var inLayouts = node.Texts("layouts");
        foreach (var unknown in inLayouts.Where(l => layouts.All(known => known.Code != l)))
            Say(node.Path + ".layouts", $"\"{unknown}\" is not one of {string.Join(", ", layouts.Select(l => l.Code))}");
        var type = node.Choice("type", FieldType.Text);
        var requirement = node.Choice("requirement", Requirement.Optional);
        var group = node.OptionalText("group");
        if (requirement == Requirement.RequiredInGroup != group is not null) Say(node.Path + ".group", "a group is given exactly where requirement is requiredInGroup");
        CodeList? list = null;
        if (node.OptionalText("codeList") is { } id && !_lists.TryGetValue(id, out list))
            Say(node.Path + ".codeList", $"\"{id}\" is not one of {string.Join(", ", _lists.Keys)}");
        if (type == FieldType.Code && list is null) Say(node.Path + ".codeList", "a field of type code needs one");
        FieldCondition? when = null;
        foreach (var condition in node.Object("when"))
        {
            condition.Only("field", "contains");
            when = new FieldCondition(condition.Text("field"), condition.Texts("contains"));
        }

        return new ResourceField(
            node.Text("code"), node.Text("name"), node.Texts("aliases"), inLayouts, type, node.Number("maxLength", 1, 100_000, 4000), requirement, group,
            when, list, node.Choice("mask", FieldMask.None), node.Choice("role", FieldRole.None), node.OptionalText("sample") ?? "");
    }

    private void CheckItem(ResourceItem item, string path)
    {
        foreach (var layout in item.Layouts)
        {
            var fields = item.FieldsOf(layout.Code).ToList();
            foreach (var twice in fields.GroupBy(f => f.Code).Where(g => g.Count() > 1))
                Say(path + ".fields", $"the code \"{twice.Key}\" occurs {twice.Count()} times in layout {layout.Code}");
            foreach (var twice in fields.Where(f => f.Role is not (FieldRole.None or FieldRole.ReceiptColumn)).GroupBy(f => f.Role).Where(g => g.Count() > 1))
                Say(path + ".fields", $"the role {twice.Key} occurs {twice.Count()} times in layout {layout.Code}");
            foreach (var (role, why) in Needed)
                if (fields.All(f => f.Role != role)) Say(path + ".fields", $"no field of layout {layout.Code} has the role {role}: {why}");
            foreach (var lost in fields.Where(f => f.When is { } w && fields.All(o => o.Code != w.Field)))
                Say(path + ".fields", $"{lost.Code}.when.field: \"{lost.When!.Field}\" is no field of layout {layout.Code}");
        }
    }

    private static readonly (FieldRole Role, string Why)[] Needed =
    [
        (FieldRole.SubjectName, "a record is shown under a name"),
        (FieldRole.CreditCode, "a record is matched to an enterprise by it"),
        (FieldRole.DecidedOn, "the periods run from it (A5)"),
    ];

    private void Say(string path, string problem) => _problems.Add($"{file}: {(path.Length == 0 ? "(root)" : path)}: {problem}");

    /// <summary>A JSON object with its path.</summary>
    private readonly record struct Node(JsonElement Element, string Path, CatalogueParser Parser)
    {
        private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

        public void Only(params string[] names)
        {
            if (Element.ValueKind != JsonValueKind.Object)
            {
                Parser.Say(Path, "an object is needed");
                return;
            }

            foreach (var property in Element.EnumerateObject())
                if (!names.Contains(property.Name, StringComparer.Ordinal)) Parser.Say(At(property.Name), $"not known here; allowed are {string.Join(", ", names)}");
        }

        public string Text(string name)
        {
            if (OptionalText(name) is { Length: > 0 } text) return text;
            if (Get(name) is not { ValueKind: not JsonValueKind.String }) Parser.Say(At(name), "a text is needed");
            return "";
        }

        public string? OptionalText(string name)
        {
            if (Get(name) is not { } value) return null;
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
            Parser.Say(At(name), "a text is needed");
            return null;
        }

        public bool Flag(string name)
        {
            if (Get(name) is not { } value) return false;
            if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
            Parser.Say(At(name), "true or false is needed");
            return false;
        }

        public int Number(string name, int least, int most, int otherwise)
        {
            if (Get(name) is not { } value) return otherwise;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most) return number;
            Parser.Say(At(name), $"a whole number from {least} to {most} is needed");
            return otherwise;
        }

        public T Choice<T>(string name, T otherwise)
            where T : struct, Enum
        {
            if (OptionalText(name) is not { } text) return otherwise;
            foreach (var value in Enum.GetValues<T>())
                if (string.Equals(Camel(value), text, StringComparison.Ordinal)) return value;
            Parser.Say(At(name), $"\"{text}\" is not one of {string.Join(", ", Enum.GetValues<T>().Select(Camel))}");
            return otherwise;
        }

        public IReadOnlyList<string> Texts(string name)
        {
            if (Get(name) is not { } value) return [];
            if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String))
                return [.. value.EnumerateArray().Select(e => e.GetString()!)];
            Parser.Say(At(name), "an array of texts is needed");
            return [];
        }

        public IEnumerable<Node> Objects(string name)
        {
            if (Get(name) is not { } value) return [];
            var parser = Parser;
            var path = At(name);
            if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select((e, i) => new Node(e, $"{path}[{i}]", parser)).ToList();
            parser.Say(path, "an array of objects is needed");
            return [];
        }

        public IEnumerable<Node> Object(string name) => Get(name) is { } value ? [new Node(value, At(name), Parser)] : [];

        private JsonElement? Get(string name) =>
            Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) ? value : null;

        private static string Camel<T>(T value)
            where T : struct, Enum
        {
            var text = value.ToString();
            return char.ToLowerInvariant(text[0]) + text[1..];
        }
    }
}
