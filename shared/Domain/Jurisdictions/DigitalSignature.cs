namespace EntCredit.Domain.Jurisdictions;

/// <summary>数字证书 on submissions (C16).</summary>
/// <param name="Use">Whether they may or must carry one.</param>
/// <param name="Source">The article; inferred where the document does not speak of it.</param>
public sealed record DigitalSignature(SignatureUse Use, Citation Source);
