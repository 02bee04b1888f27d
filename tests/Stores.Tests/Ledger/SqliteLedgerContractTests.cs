using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger;

public sealed class SqliteLedgerContractTests : LedgerContract, IDisposable
{
    private readonly LedgerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ILedger Open() => _folder.Open();

    protected override ILedger OpenAgain() => _folder.Open();
}
