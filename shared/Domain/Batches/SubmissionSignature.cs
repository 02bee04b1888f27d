using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Batches;

/// <summary>
/// A department's detached signature over the bytes that it submitted (湘商改〔2016〕7号 第十九条, C16), kept with the key that it is checked with: whoever has
/// the bytes can check it years later without asking anybody which key was whose.
/// </summary>
/// <param name="Key">The key's name within the department.</param>
/// <param name="Value">The signature, base64.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, DER, base64.</param>
public sealed record SubmissionSignature(string Key, string Value, string PublicKey)
{
    private const int Longest = 1024;

    /// <summary>What is to be kept of what was given, or why the submission is refused.</summary>
    /// <param name="use">Whether the profile lets or makes submissions carry one; where it does not speak of it none is looked at.</param>
    /// <param name="department">Who submits.</param>
    /// <param name="key">The key's name as given, or null.</param>
    /// <param name="value">The signature as given, or null.</param>
    /// <param name="now">The instant by which keys live: machine time.</param>
    public static (SubmissionSignature? Signature, ErrorDefinition? Error) Read(SignatureUse use, Department department, string? key, string? value, DateTimeOffset now)
    {
        if (use == SignatureUse.None) return (null, null);
        if (string.IsNullOrEmpty(key) && string.IsNullOrEmpty(value)) return (null, use == SignatureUse.Required ? BatchErrors.SignatureMissing : null);
        return value is { Length: > 0 and <= Longest } && department.SigningKeys.FirstOrDefault(known => known.Id == key) is { } named && named.HoldsAt(now)
            ? (new SubmissionSignature(named.Id, value, named.PublicKey), null)
            : (null, BatchErrors.SignatureWrong);
    }

    /// <summary>Whether it is the key's over bytes.</summary>
    /// <param name="sha256">The SHA-256 of the bytes.</param>
    public bool Holds(ReadOnlySpan<byte> sha256)
    {
        var signature = new byte[Value.Length];
        return Convert.TryFromBase64String(Value, signature, out var length) && Signatures.IsOfHash(PublicKey, sha256, signature.AsSpan(0, length));
    }
}
