using System.Security.Cryptography;
using System.Text.Json;
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
    private const int MostBytesOfAFile = 5 * 1024 * 1024;
    private const int MostBytes = 20 * 1024 * 1024;

    // Base64 takes four characters for three bytes; the rest is text.
    private const long MostBytesOfJson = (MostBytes / 3 * 4) + (256 * 1024);
    private const int LongestName = 100;
    private const int LongestContact = 200;
    private const int LongestGrounds = 4000;

    /// <summary>The filing, or the answer that refuses it.</summary>
    public static async Task<(Filing? Filing, IResult? Refusal)> ReadAsync(
        HttpRequest request, string? counter, bool withSecret, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytesOfJson) return (null, Problems.Of(FilingErrors.TooBig));
        try
        {
            var (text, files) = request.HasFormContentType ? await FormAsync(request, cancellation) : await JsonAsync(request, cancellation);
            return Check(text, files, counter, withSecret);
        }
        catch (Exception illegible) when (illegible is JsonException or InvalidDataException or FormatException)
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

    private static (Filing? Filing, IResult? Refusal) Check(FilingText text, List<byte[]> files, string? counter, bool withSecret)
    {
        var missing = Missing(text.Record, "record", 100)
            ?? Missing(text.Name, "name", LongestName)
            ?? Missing(text.Contact, "contact", LongestContact)
            ?? Missing(text.Grounds, "grounds", LongestGrounds);
        if (missing is not null) return (null, missing);
        DepartmentRole? role = null;
        if (text.With is { Length: > 0 } with)
        {
            if (!Enum.TryParse<DepartmentRole>(with, true, out var named) || !Enum.IsDefined(named)) return (null, Problems.Of(SystemErrors.Parameter, "with", with));
            role = named;
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

    private static async Task<(FilingText Text, List<byte[]> Files)> JsonAsync(HttpRequest request, CancellationToken cancellation)
    {
        var text = await JsonSerializer.DeserializeAsync<FilingText>(new Bounded(request.Body, MostBytesOfJson), ApiJson.Options, cancellation)
            ?? throw new JsonException();
        return (text, [.. (text.Evidence ?? []).Take(MostFiles + 1).Select(file => Convert.FromBase64String(file.Content ?? ""))]);
    }

    private static async Task<(FilingText Text, List<byte[]> Files)> FormAsync(HttpRequest request, CancellationToken cancellation)
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

        return (new FilingText(form["record"], form["name"], form["contact"], form["grounds"], form["with"], null), files);
    }

    private sealed record FilingText(
        string? Record, string? Name, string? Contact, string? Grounds, string? With, IReadOnlyList<FilingFile>? Evidence);

    private sealed record FilingFile(string? Content);
}
