using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.LoadedFiles;

/// <summary>A data file as it was given.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Text">Its whole text.</param>
public sealed record LawFile(string Name, string Text)
{
    /// <summary>SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
