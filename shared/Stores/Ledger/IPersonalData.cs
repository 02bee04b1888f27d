namespace EntCredit.Stores.Ledger;

/// <summary>Events with their personal data, for whoever may see it.</summary>
public interface IPersonalData
{
    /// <summary>One event with its personal data, where it has any and the key was not destroyed.</summary>
    Task<PersonalReading> ReadPersonalAsync(string stream, long version, CancellationToken cancellation);
}
