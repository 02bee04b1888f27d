using System.Text;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Compliance;
using EntCredit.Stores.Blobs;

namespace EntCredit.Stores.Reports;

/// <summary>Compliance reports in <c>reports/{period}/compliance.json|csv|quality|html</c>; a period's report is written anew until the period is over.</summary>
public sealed class ReportStore(BlobAreas areas)
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the forms of a report; <c>quality</c> is a second spreadsheet, by item. Writing it again replaces it.</summary>
    /// <param name="period">The period's name, e.g. 2020-07.</param>
    /// <param name="report">The report.</param>
    /// <param name="cancellation">Stops between the forms.</param>
    public async Task WriteAsync(string period, ComplianceReport report, CancellationToken cancellation)
    {
        await WriteAsync($"{period}/compliance.json", "application/json", ComplianceJson.Of(report), cancellation);
        // Excel reads UTF-8 only with its mark.
        await WriteAsync(
            $"{period}/compliance.csv", "text/csv; charset=utf-8", [.. WithMark.GetPreamble(), .. WithMark.GetBytes(ComplianceCsv.Of(report))], cancellation);
        await WriteAsync(
            $"{period}/compliance.quality", "text/csv; charset=utf-8", [.. WithMark.GetPreamble(), .. WithMark.GetBytes(QualityCsv.Of(report))], cancellation);
        await WriteAsync($"{period}/compliance.html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(ComplianceHtml.Of(report)), cancellation);
    }

    /// <summary>One form of a period's report, or null where there is none.</summary>
    public async Task<(Stream Content, string Type)?> OpenAsync(string period, string form, CancellationToken cancellation)
    {
        var blob = areas.Reports.GetBlobClient($"{period}/compliance.{form}");
        if (!await blob.ExistsAsync(cancellation)) return null;
        var download = await blob.DownloadStreamingAsync(cancellationToken: cancellation);
        return (download.Value.Content, download.Value.Details.ContentType);
    }

    private Task WriteAsync(string path, string type, byte[] bytes, CancellationToken cancellation) => areas.Reports.GetBlobClient(path).UploadAsync(
        new BinaryData(bytes), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } }, cancellation);
}
