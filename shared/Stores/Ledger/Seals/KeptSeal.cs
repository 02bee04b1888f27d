using System.Text.Json;

namespace EntCredit.Stores.Ledger.Seals;

/// <summary>A seal as it is kept outside of the ledger.</summary>
/// <param name="Day">The legal day.</param>
/// <param name="From">The position of the first event covered.</param>
/// <param name="Through">The position of the last event covered.</param>
/// <param name="Root">The Merkle root, hex.</param>
/// <param name="Previous">The hash of the seal before it, hex; empty for the first.</param>
/// <param name="Hash">The seal's hash, hex.</param>
public sealed record KeptSeal(DateOnly Day, long From, long Through, string Root, string Previous, string Hash)
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>As it is written.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>What is kept of a seal.</summary>
    public static KeptSeal Of(DaySeal seal) =>
        new(seal.Sealed.Day, seal.Sealed.From, seal.Sealed.Through, seal.Sealed.Root, seal.PreviousHash, seal.Hash);
}
