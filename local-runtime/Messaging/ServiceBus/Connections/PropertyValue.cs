using System.Runtime.Serialization;
using Amqp.Types;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>Values of application properties; those that AMQP has no type for are described as Service Bus describes them.</summary>
internal static class PropertyValue
{
    private static readonly Symbol UriName = "com.microsoft:uri";
    private static readonly Symbol InstantName = "com.microsoft:datetime-offset";
    private static readonly Symbol SpanName = "com.microsoft:timespan";

    public static object? ToAmqp(string name, object? value) =>
        value switch
        {
            null or string or bool or byte or sbyte or short or ushort or int or uint or long or ulong or float or double or char or Guid or DateTime => value,
            Uri uri => new DescribedValue(UriName, uri.AbsoluteUri),
            DateTimeOffset instant => new DescribedValue(InstantName, instant.UtcTicks),
            TimeSpan span => new DescribedValue(SpanName, span.Ticks),
            _ => throw new SerializationException($"The application property '{name}' is a {value.GetType().Name}, which is not sent."),
        };

    public static object FromAmqp(object value) =>
        value is not DescribedValue { Descriptor: Symbol name } described ? value
        : UriName.Equals(name) ? new Uri((string)described.Value)
        : InstantName.Equals(name) ? new DateTimeOffset((long)described.Value, TimeSpan.Zero)
        : SpanName.Equals(name) ? TimeSpan.FromTicks((long)described.Value)
        : described.Value;
}
