using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Messages;
using EntCredit.Domain.Settings;

namespace EntCredit.Cli.Verbs;

/// <summary><c>entities</c>: the queues, topics and subscriptions that a departments file asks for, for the local broker or for the Azure template.</summary>
internal static class EntitiesVerb
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly Option<FileInfo?> Departments = new("--departments") { Description = "部门文件（默认为开发用部门文件）", HelpName = "FILE" };
    private static readonly Option<string> For = Arguments.Word("--for", "local：本机消息服务的实体文件；bicep：Azure 模板参数 topics", "local", "bicep");

    public static Command Create()
    {
        var verb = new Command("entities", "按部门文件列出消息的队列、主题与订阅") { Departments, For };
        verb.SetAction(Run);
        return verb;
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            var register = parsed.GetValue(Departments) is { } file
                ? DepartmentRegister.Parse(file.Name, File.ReadAllText(file.FullName), JurisdictionProfiles.Default)
                : DepartmentRegister.Default;
            var entities = parsed.GetValue(For) == "bicep" ? BusEntities.ForBicep(register) : BusEntities.ForEmulator(register);
            Console.WriteLine(entities.ToJsonString(Json));
            return 0;
        }
        catch (Exception e) when (e is SettingsException or IOException)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }
}
