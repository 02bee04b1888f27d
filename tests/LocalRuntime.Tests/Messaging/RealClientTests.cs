using System.Diagnostics;

namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>Microsoft's own client of Service Bus, that for JavaScript, at this broker: nobody here can have bent it.</summary>
public sealed class RealClientTests : MessagingTest
{
    [Fact]
    public async Task Script_OfMicrosoftsClient_SeesWhatServiceBusWouldShow()
    {
        string root = RepositoryRoot();
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(root, "node_modules", "@azure", "service-bus")),
            "@azure/service-bus is not installed: run eng/prepare.sh."
        );
        string folder = Directory.CreateTempSubdirectory("real-").FullName;
        int port = Bus.FreePort();
        using Process broker = await BrokerProcess.StartAsync(Path.Combine(folder, "broker.db"), port, 60, Stop);
        try
        {
            Assert.Equal(
                string.Join('\n',
                    """["received","a","penalty",{"department":"城管"},0]""",
                    """["renewed",true]""",
                    """["again",1,"busy"]""",
                    """["dead","Unreadable","第3行"]""",
                    """["scheduled",[["later","scheduled"]]]""",
                    """["batch",["1","2","3"]]""",
                    """["processed",["p 0","p 1","q 0"]]""",
                    """["left",0]""",
                    """["refused","MessagingEntityNotFound"]"""
                ),
                await RunAsync(Path.Combine(root, "tests", "LocalRuntime.Tests", "Messaging", "service-bus-client.mjs"), port, Path.Combine(folder, "said"))
            );
        }
        finally
        {
            broker.Kill();
            await broker.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    // Into a file: reading a pipe would hold a thread.
    private static async Task<string> RunAsync(string script, int port, string output)
    {
        using Process node = Process.Start(
            new ProcessStartInfo("sh") { ArgumentList = { "-c", "exec node \"$0\" \"$1\" > \"$2\" 2>&1", script, $"{port}", output } }
        )!;
        await node.WaitForExitAsync(Stop);
        string said = await File.ReadAllTextAsync(output, Stop);
        Assert.True(node.ExitCode == 0, said);
        return said.Trim();
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "package.json")))
                return folder.FullName;
        throw new FileNotFoundException("package.json");
    }
}
