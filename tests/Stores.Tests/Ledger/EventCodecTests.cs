using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger;

public sealed class EventCodecTests
{
    public static TheoryData<string> Names => [.. EventType.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Encode_EachKind_GivesTheGoldenBytes(string name)
    {
        var happened = Samples.EachKind.Single(sample => EventType.Of(sample).Name == name);
        Assert.True(Goldens.ByName.TryGetValue(name, out var golden), $"No golden for {name}: {Text(happened)}");
        Assert.Equal(golden, Text(happened));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_GoldenBytes_EncodesToTheSame(string name)
    {
        var golden = Encoding.UTF8.GetBytes(Goldens.ByName[name]);
        var decoded = EventCodec.Decode(golden);

        Assert.Equal(name, EventType.Of(decoded).Name);
        Assert.Equal(Public(Goldens.ByName[name]), Public(Text(decoded)));
    }

    [Fact]
    public void Goldens_All_AreOfKindsThatTheDomainStillKnows() =>
        Assert.Equal(EventType.StoredNames, Goldens.ByName.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Decode_GoldenBytesOfAnOlderVersion_GiveTheEventOfToday()
    {
        var old = (SubjectEvent.Registered)EventCodec.Decode(Encoding.UTF8.GetBytes(Goldens.ByName["subject.registered/1"]));

        Assert.Equal("subject.registered/2", EventType.Of(old).Name);
        Assert.Equal(("界首市样例甲有限公司", "20260105023000-aabbccddee-0000002", null, null), (old.Name, old.Record, old.Address, old.Region));
    }

    [Fact]
    public void StoredNames_EveryVersionBeforeTodays_IsStillRead() => Assert.All(
        EventType.All.Select(type => type.Name.Split('/')),
        name => Assert.All(Enumerable.Range(1, int.Parse(name[1], System.Globalization.CultureInfo.InvariantCulture)), version => Assert.Contains($"{name[0]}/{version}", EventType.StoredNames)));

    [Fact]
    public void Encode_PersonalData_LeavesOnlyItsSaltedDigest()
    {
        var encoded = EventCodec.Encode("r-1", 1, Samples.Collected(), new CountingRandom());
        var text = Encoding.UTF8.GetString(encoded.Canonical.Span);

        Assert.DoesNotContain("110101199003070000", text, StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(encoded.Personal!.Value.Span)), EventEnvelope.Read(encoded.Canonical.Span).PersonalDigest);
        Assert.Equal(Enumerable.Range(0, 32).Select(value => (byte)value), encoded.Personal.Value.Span[..32].ToArray());
    }

    [Fact]
    public void Encode_SamePersonalDataTwice_GivesTwoDigests()
    {
        var random = new CountingRandom();
        var first = EventEnvelope.Read(EventCodec.Encode("r-1", 1, Samples.Collected(), random).Canonical.Span);
        var second = EventEnvelope.Read(EventCodec.Encode("r-1", 1, Samples.Collected(), random).Canonical.Span);

        Assert.NotEqual(first.PersonalDigest, second.PersonalDigest);
    }

    [Fact]
    public void Encode_EmptyPersonalData_CountsAsNone()
    {
        var happened = Samples.Collected() with { Personal = new Dictionary<string, string>() };
        var encoded = EventCodec.Encode("r-1", 1, happened, new CountingRandom());

        Assert.Null(encoded.Personal);
        Assert.Null(EventEnvelope.Read(encoded.Canonical.Span).PersonalDigest);
    }

    [Fact]
    public void Encode_PersonalDataLeftInTheContent_IsRefused()
    {
        var happened = Samples.Collected() with { Content = Samples.Content() with { Personal = Samples.Identity } };

        Assert.Throws<InvalidOperationException>(() => EventCodec.Encode("r-1", 1, happened, new CountingRandom()));
    }

    [Fact]
    public void Decode_WithPersonalData_GivesItBack()
    {
        var encoded = EventCodec.Encode("r-1", 1, Samples.Collected(), new CountingRandom());
        var decoded = (RecordEvent.Collected)EventCodec.Decode(encoded.Canonical.Span, encoded.Personal!.Value.Span);

        Assert.Equal(Samples.Identity, decoded.Personal);
    }

    [Fact]
    public void Encode_InstantInAnotherZone_IsWrittenInUtc()
    {
        var shanghai = new RecordEvent.Joined(new DateTimeOffset(2026, 1, 5, 10, 30, 0, TimeSpan.FromHours(8)));

        Assert.Contains("\"at\":\"2026-01-05T02:30:00.0000000Z\"", Text(shanghai), StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_KindNotKnown_Throws()
    {
        var canonical = """{"stream":"s","version":1,"type":"record.dreamt/1","at":"2026-01-05T02:30:00.0000000Z","data":{}}"""u8.ToArray();

        Assert.Throws<InvalidOperationException>(() => EventCodec.Decode(canonical));
    }

    [Fact]
    public void All_PropertiesOfEvents_AreNoFloatingNumbers() =>
        Assert.DoesNotContain(
            EventType.All.SelectMany(type => type.ClrType.GetProperties()),
            property => property.PropertyType == typeof(double) || property.PropertyType == typeof(float) || property.PropertyType == typeof(decimal));

    private static string Text(DomainEvent happened) =>
        Encoding.UTF8.GetString(EventCodec.Encode("stream-1", 7, happened, new CountingRandom()).Canonical.Span);

    private static string Public(string canonical) =>
        canonical.IndexOf(",\"personal\":\"", StringComparison.Ordinal) is var at and >= 0 ? canonical[..at] + "}" : canonical;
}
