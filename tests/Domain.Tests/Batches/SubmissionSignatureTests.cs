using System.Security.Cryptography;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Batches;

/// <summary>湘商改〔2016〕7号 第十九条: 可采用数字证书等安全手段 (C16).</summary>
public sealed class SubmissionSignatureTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly ECDsa p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA rsa = RSA.Create(2048);

    public void Dispose()
    {
        p256.Dispose();
        rsa.Dispose();
    }

    [Theory]
    [InlineData(SignatureUse.None, null, null, null)]
    [InlineData(SignatureUse.None, "k1", "x", null)]
    [InlineData(SignatureUse.Optional, null, null, null)]
    [InlineData(SignatureUse.Required, null, null, "EC3110")]
    [InlineData(SignatureUse.Required, "k1", null, "EC3111")]
    [InlineData(SignatureUse.Optional, null, "x", "EC3111")]
    [InlineData(SignatureUse.Optional, "nobody", "x", "EC3111")]
    [InlineData(SignatureUse.Optional, "ended", "x", "EC3111")]
    public void Read_ByTheProfilesWord_TakesAsksOrPassesBy(SignatureUse use, string? key, string? value, string? code)
    {
        var (signature, error) = SubmissionSignature.Read(use, Department(), key, value, Now);
        Assert.Null(signature);
        Assert.Equal(code, error?.Code);
    }

    [Fact]
    public void Holds_EitherKindOfKey_OverItsBytesAlone()
    {
        byte[] bytes = [1, 2, 3], others = [1, 2, 4];
        foreach (var (key, value) in new[]
        {
            ("k1", p256.SignData(bytes, HashAlgorithmName.SHA256)),
            ("k1", p256.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ("k2", rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        })
        {
            var signature = SubmissionSignature.Read(SignatureUse.Optional, Department(), key, Convert.ToBase64String(value), Now).Signature!;
            Assert.True(signature.Holds(SHA256.HashData(bytes)));
            Assert.False(signature.Holds(SHA256.HashData(others)));
            value[^1] ^= 1;
            Assert.False((signature with { Value = Convert.ToBase64String(value) }).Holds(SHA256.HashData(bytes)));
        }

        Assert.False(SubmissionSignature.Read(SignatureUse.Required, Department(), "k1", "不是 Base64", Now).Signature!.Holds(SHA256.HashData(bytes)));
    }

    [Fact]
    public void CanUse_OtherKeys_AreRefused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var small = RSA.Create(1024);
        Assert.True(Signatures.CanUse(Key(p256)));
        Assert.True(Signatures.CanUse(Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())));
        Assert.False(Signatures.CanUse(Key(p384)));
        Assert.False(Signatures.CanUse(Convert.ToBase64String(small.ExportSubjectPublicKeyInfo())));
        Assert.False(Signatures.CanUse("AAAA"));
        Assert.False(Signatures.CanUse("不是"));
    }

    private static string Key(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private Department Department() => new("d", "某局", "hunan", DepartmentLevel.County, "349999", [DepartmentRole.Provider], [], new DateOnly(2014, 10, 1), null)
    {
        SigningKeys =
        [
            new SigningKey("k1", Key(p256), new DateOnly(2026, 1, 1), null),
            new SigningKey("ended", Key(p256), new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1)),
            new SigningKey("k2", Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()), new DateOnly(2026, 1, 1), null),
        ],
    };
}
