using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Tests.Worker.Hosting;

public sealed class StartupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("startup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task RefusedAsync(string said, Func<Task<TestHost>> start)
    {
        StartupException e = await Assert.ThrowsAsync<StartupException>(start);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public async Task Start_PortIsInUse_OneLineSaysWhatToDo()
    {
        await using TestHost first = await TestHost.StartAsync([]);
        await RefusedAsync("set LocalRuntime__Urls", () => TestHost.StartAsync([], settings: $"LocalRuntime:Urls={first.Http.BaseAddress!.AbsoluteUri.TrimEnd('/')}"));
    }

    [Fact]
    public async Task Start_StateFolderIsHeld_IsRefused()
    {
        await using TestHost first = await TestHost.StartAsync([], folder: _folder);
        await RefusedAsync("is held by another host", () => TestHost.StartAsync([], folder: _folder));
    }

    [Fact]
    public async Task Start_ClockWasMovableAndIsNot_IsRefused()
    {
        await using (TestHost first = await TestHost.StartAsync([], folder: _folder, settings: "LocalRuntime:MovableClock=true"))
            first.Services.GetRequiredKeyedService<TimeProvider>("legal");
        await RefusedAsync("has a movable clock", () => TestHost.StartAsync([], folder: _folder));
    }

    [Theory]
    [InlineData("LocalRuntime:BlobPollInterval=soon", "a positive time span")]
    [InlineData("LocalRuntime:MovableClock=perhaps", "true or false")]
    [InlineData("LocalRuntime:ClockStart=2020-06-28", "an instant in UTC")]
    [InlineData("AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold=0", "a positive whole number")]
    public async Task Start_SettingIsWrong_IsNamed(string setting, string said) =>
        await RefusedAsync(said, () => TestHost.StartAsync([], settings: setting));

    [Fact]
    public async Task Settings_LocalFileAndEnvironment_EnvironmentWins()
    {
        const string Name = "ENTCREDIT_TEST_SETTING";
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "local.settings.json"),
            $$"""{ "Values": { "{{Name}}": "file", "Other__Name": "file" } } // as the Core Tools read it""",
            TestContext.Current.CancellationToken
        );
        Environment.SetEnvironmentVariable(Name, "environment");
        try
        {
            await using TestHost host = await TestHost.StartAsync([], folder: _folder);
            IConfiguration settings = host.Get<IConfiguration>();
            Assert.Equal(("environment", "file"), (settings[Name], settings["Other:Name"]));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Name, null);
        }
    }

    [Fact]
    public async Task Clocks_ProgramAddsItsOwnOnlyIfMissing_TheMovableOneStays()
    {
        await using TestHost host = await TestHost.StartAsync(
            [],
            b => Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddKeyedSingleton(b.Services, "legal", TimeProvider.System),
            settings: "LocalRuntime:MovableClock=true"
        );
        Assert.IsType<EntCredit.LocalRuntime.Clocks.MovableTimeProvider>(host.Services.GetRequiredKeyedService<TimeProvider>("legal"));
    }

    [Fact]
    public async Task Start_HttpFunctionsWithoutIntegration_IsRefused()
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([
            "--LocalRuntime:ExitOnStartupError=false",
            "--LocalRuntime:Urls=http://127.0.0.1:0",
            $"--LocalRuntime:State={_folder}",
            "--Logging:LogLevel:Default=None",
        ]);
        builder.UseFunctionsOf(typeof(Http.HttpFunctions));
        using IHost host = builder.Build();
        StartupException e = await Assert.ThrowsAsync<StartupException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("ConfigureFunctionsWebApplication", e.Message, StringComparison.Ordinal);
    }
}
