using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Access;

/// <summary>
/// One bucket of tokens for each caller, filled evenly up to a minute's worth. The framework's buckets read a clock of their own; these take the given
/// one. A full bucket says nothing and is dropped; where there are too many callers at once, new ones share one bucket.
/// </summary>
public sealed class RateLimits(RateSettings settings, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>The most buckets that are kept.</summary>
    public const int MostBuckets = 20_000;

    private const string Shared = "everybody else";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private long sweptAt = machine.GetTimestamp();

    /// <summary>How many buckets are kept now.</summary>
    public int Count => buckets.Count;

    /// <summary>Takes one from the bucket of a department. Null, or how long to wait.</summary>
    public TimeSpan? TakeFor(string department) => Take("department " + department, settings.DepartmentPerMinute);

    /// <summary>Takes one from the bucket of the address that a request comes from. Null, or how long to wait.</summary>
    public TimeSpan? TakeFor(HttpContext http) => Take("address " + AddressOf(http), settings.PublicPerMinute);

    private TimeSpan? Take(string caller, int perMinute)
    {
        Sweep();
        var name = buckets.ContainsKey(caller) || buckets.Count < MostBuckets ? caller : Shared;
        return buckets.GetOrAdd(name, _ => new Bucket(perMinute, machine)).Take();
    }

    private void Sweep()
    {
        var before = Interlocked.Read(ref sweptAt);
        if (machine.GetElapsedTime(before) < Minute || Interlocked.CompareExchange(ref sweptAt, machine.GetTimestamp(), before) != before) return;
        foreach (var (name, bucket) in buckets)
        {
            if (bucket.IsFull) buckets.TryRemove(name, out _);
        }
    }

    // The last entries are those that one's own proxies wrote; what stands before them anybody may have written.
    private string AddressOf(HttpContext http)
    {
        var hops = http.Request.Headers["X-Forwarded-For"].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries)).ToList();
        var told = settings.ForwardedHops > 0 && hops.Count >= settings.ForwardedHops && IPEndPoint.TryParse(hops[^settings.ForwardedHops], out var client)
            ? client.Address
            : http.Connection.RemoteIpAddress;
        if (told is null) return "unknown";
        if (told.IsIPv4MappedToIPv6) told = told.MapToIPv4();
        if (told.AddressFamily != AddressFamily.InterNetworkV6) return told.ToString();

        // A household has a whole /64.
        var bytes = told.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }

    private sealed class Bucket(int capacity, TimeProvider clock)
    {
        private readonly Lock gate = new();
        private double tokens = capacity;
        private long at = clock.GetTimestamp();

        public bool IsFull
        {
            get
            {
                lock (gate)
                {
                    Fill();
                    return tokens >= capacity;
                }
            }
        }

        public TimeSpan? Take()
        {
            lock (gate)
            {
                Fill();
                if (tokens < 1) return TimeSpan.FromMinutes((1 - tokens) / capacity);
                tokens--;
                return null;
            }
        }

        private void Fill()
        {
            var now = clock.GetTimestamp();
            tokens = Math.Min(capacity, tokens + clock.GetElapsedTime(at, now) / Minute * capacity);
            at = now;
        }
    }
}
