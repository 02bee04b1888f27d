using System.Security.Cryptography;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>A throw-away folder with a ledger in it.</summary>
internal sealed class LedgerFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entcredit-ledger-");
    private readonly List<SqliteLedger> _opened = [];

    public string File => Path.Combine(_folder.FullName, "ledger.db");

    public SqliteLedger Open()
    {
        var ledger = new SqliteLedger(File, RandomNumberGenerator.Create());
        _opened.Add(ledger);
        return ledger;
    }

    public void Dispose()
    {
        foreach (var ledger in _opened) ledger.Dispose();
        _folder.Delete(recursive: true);
    }
}
