using System.Security.Cryptography;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Objections;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Orchestrations.Objections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EntCredit.Functions.Objections;

/// <summary>Reads an objection as it is handed in: JSON with files in base64, or a form with files beside it.</summary>
public static class FilingReader
{
    private const int MostFiles = 5;
    internal const int MostBytesOfAFile = 5 * 1024 * 1024;
    private const int MostBytes = 20 * 1024 * 1024;

    // Base64 takes four characters for three bytes; the rest is text.
    internal const long MostBytesOfJson = (MostBytes / 3 * 4) + (256 * 1024);
    private const int LongestName = 100;
    private const int LongestContact = 200;
    private const int LongestGrounds = 4000;

    /// <summary>The filing, or the answer that refuses it.</summary>
    public static async Task<(Filing? Filing, IResult? Refusal)> ReadAsync(
        HttpRequest request, string? counter, bool withSecret, CancellationToken cancellation)
    {
        try
        {
            if (request.HasFormContentType)
            {
                var (text, files) = await FormAsync(request, cancellation);
                return Check(text, files, counter, withSecret);
            }

            var body = await Bodies.ReadAsync<FilingRequest>(request, cancellation);
            return body.Value is { } filing ? Check(filing, FilesOf(filing), counter, withSecret) : (null, body.Refusal);
        }
        catch (Exception illegible) when (illegible is InvalidDataException or FormatException or (IOException and not BadHttpRequestException))
        {
            return (null, Problems.Of(FilingErrors.Body, "格式不正确"));
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problems.Of(FilingErrors.TooBig) : Problems.Of(FilingErrors.Body, "格式不正确"));
        }
    }

    /// <summary>What a file is by its first bytes, whatever its name says; null where it is none that is taken.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF-"u8) => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => null,
    };

    /// <summary>How a file's name ends, by what it is.</summary>
    public static string ExtensionOf(string mediaType) => mediaType switch
    {
        "application/pdf" => ".pdf",
        "image/jpeg" => ".jpg",
        _ => ".png",
    };

    private static (Filing? Filing, IResult? Refusal) Check(FilingRequest text, List<byte[]> files, string? counter, bool withSecret)
    {
        var missing = Missing(text.Record, "record", 100)
            ?? Missing(text.Name, "name", LongestName)
            ?? Missing(text.Contact, "contact", LongestContact)
            ?? Missing(text.Grounds, "grounds", LongestGrounds);
        if (missing is not null) return (null, missing);
        DepartmentRole? role = null;
        if (text.With is { Length: > 0 } with)
        {
            role = Words.Read<DepartmentRole>(with);
            if (role is null) return (null, Problems.Of(SystemErrors.Parameter, "with", with));
        }

        if (files.Count > MostFiles) return (null, Problems.Of(FilingErrors.TooManyFiles, MostFiles));
        if (files.Any(file => file.Length > MostBytesOfAFile) || files.Sum(file => (long)file.Length) > MostBytes) return (null, Problems.Of(FilingErrors.TooBig));
        List<EvidenceFile> evidence = [];
        foreach (var (place, file) in files.Index())
        {
            if (TypeOf(file) is not { } type) return (null, Problems.Of(FilingErrors.FileType, place + 1));
            evidence.Add(new EvidenceFile(type, Convert.ToHexStringLower(SHA256.HashData(file)), new BinaryData(file)));
        }

        var applicant = new Applicant(text.Name!.Trim(), text.Contact!.Trim(), text.Grounds!.Trim());
        return (new Filing(text.Record!.Trim(), applicant, evidence, counter, role, withSecret), null);
    }

    private static IResult? Missing(string? text, string name, int longest) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest ? Problems.Of(FilingErrors.Field, name, longest) : null;

    private static List<byte[]> FilesOf(FilingRequest filing) =>
        [.. (filing.Evidence ?? []).Take(MostFiles + 1).Select(file => Convert.FromBase64String(file.Content))];

    private static async Task<(FilingRequest Text, List<byte[]> Files)> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(
            new FormOptions { MultipartBodyLengthLimit = MostBytes + (256 * 1024), ValueLengthLimit = 64 * 1024, ValueCountLimit = 32 }, cancellation);
        List<byte[]> files = [];
        foreach (var file in form.Files.Where(file => file.Length > 0).Take(MostFiles + 1))
        {
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, cancellation);
            files.Add(buffer.ToArray());
        }

        return (new FilingRequest(form["record"], form["name"], form["contact"], form["grounds"], form["with"], null), files);
    }
}
