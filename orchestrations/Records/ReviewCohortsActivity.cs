using EntCredit.Stores.Blobs;

namespace EntCredit.Orchestrations.Records;

/// <summary>Finds what a review is about: every cohort of the batch, of new, mended and refused rows and of those that it repeats.</summary>
public sealed class ReviewCohortsActivity(ManifestStore manifests)
{
    /// <summary>The function's name.</summary>
    public const string Name = "ReviewCohorts";

    /// <summary>Runs it.</summary>
    [Function(Name)]
    public async Task<ReviewCohorts> RunAsync([ActivityTrigger] BatchInput input, CancellationToken cancellation) =>
        new(string.Join('\n', await manifests.OfBatchAsync(input.Batch, cancellation)));
}
