using EntCredit.LocalRuntime.Clocks;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>The folder of everything that must survive, held by this host alone while it runs.</summary>
internal sealed class StateFolder(HostSettings settings) : IDisposable
{
    private FileStream? _lock;

    public string PathOf(string name) => Path.Combine(settings.StateFolder, name);

    /// <summary>Makes the folder and takes it.</summary>
    /// <exception cref="StartupException">Another host holds it, it cannot be written, or its clock was moved and may not be here.</exception>
    public void Take()
    {
        try
        {
            Directory.CreateDirectory(settings.StateFolder);
            _lock = new FileStream(PathOf("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Directory.Exists(settings.StateFolder))
        {
            throw new StartupException(
                $"The state folder {settings.StateFolder} is held by another host: end that one, or set LocalRuntime__State to another folder.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The state folder {settings.StateFolder} cannot be used: {e.Message}", e);
        }
        // Without its offset, legal time would fall back and every timer that fired since would lie ahead again.
        if (!settings.MovableClock && new ClockFile(settings.StateFolder).Exists)
            throw new StartupException(
                $"The state folder {settings.StateFolder} has a movable clock: set LocalRuntime__MovableClock=true, or LocalRuntime__State to another folder."
            );
    }

    public void Dispose() => _lock?.Dispose();
}
