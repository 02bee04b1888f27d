using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EntCredit.Functions.OpenApi;

/// <summary>The summaries and parameter texts of public members, from the documentation files beside the assemblies.</summary>
internal sealed partial class SourceComments
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    /// <summary>Reads the files of these assemblies; one that is not there says nothing.</summary>
    public SourceComments(IEnumerable<Assembly> assemblies)
    {
        foreach (var file in assemblies.Select(assembly => Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml")).Where(File.Exists))
            foreach (var member in XDocument.Load(file).Descendants("member"))
                members[member.Attribute("name")!.Value] = member;
    }

    /// <summary>A method's summary, or an empty text.</summary>
    public string Of(MethodInfo method)
    {
        var name = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        return Text(members.FirstOrDefault(member => member.Key == name || member.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value?.Element("summary"));
    }

    /// <summary>A type's summary, or an empty text.</summary>
    public string Of(Type type) => Text(members.GetValueOrDefault("T:" + NameOf(type))?.Element("summary"));

    /// <summary>A property's text: its own summary, or that of the record's parameter.</summary>
    public string Of(PropertyInfo property)
    {
        var type = NameOf(property.DeclaringType!);
        if (members.GetValueOrDefault($"P:{type}.{property.Name}")?.Element("summary") is { } own) return Text(own);
        return Text(members.GetValueOrDefault("T:" + type)?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == property.Name));
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Text(XElement? element)
    {
        if (element is null) return "";
        var words = string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } see => (see.Attribute("cref") ?? see.Attribute("langword") ?? see.Attribute("name"))?.Value.Split('.')[^1] ?? "",
            XElement inner => inner.Value,
            _ => "",
        }));
        return Blanks().Replace(words, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
