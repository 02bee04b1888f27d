using System.Globalization;
using System.Xml;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

/// <summary>
/// Reads which queues, topics and subscriptions there are, in the form that the Service Bus emulator reads:
/// <c>UserConfig:Namespaces[0]</c> with <c>Queues</c>, <c>Topics</c>, <c>Subscriptions</c>, <c>Rules</c>. What it does not know it refuses.
/// </summary>
public static class EntityFile
{
    private static readonly string[] NotOffered = ["ForwardTo", "ForwardDeadLetteredMessagesTo"];

    /// <summary>Reads a file, or a section of settings that has the same form.</summary>
    /// <param name="root">The whole configuration.</param>
    /// <exception cref="InvalidDataException">Something is not understood; the message names it by its path.</exception>
    public static NamespaceDefinition Read(IConfiguration root)
    {
        IConfigurationSection[] namespaces = [.. root.GetSection("UserConfig:Namespaces").GetChildren()];
        if (namespaces.Length != 1)
            throw new InvalidDataException($"UserConfig:Namespaces has {namespaces.Length} namespaces: it has one.");
        IConfigurationSection only = namespaces[0];
        Know(only, "Name", "Queues", "Topics");
        QueueDefinition[] queues = [.. only.GetSection("Queues").GetChildren().Select(Queue)];
        TopicDefinition[] topics = [.. only.GetSection("Topics").GetChildren().Select(Topic)];
        RefuseTwice(only, queues.Select(q => q.Name).Concat(topics.Select(t => t.Name)));
        return new(queues, topics);
    }

    private static QueueDefinition Queue(IConfigurationSection section)
    {
        Know(section, "Name", "Properties");
        IConfigurationSection properties = section.GetSection("Properties");
        Know(properties, [.. DeliveryNames, .. DuplicateNames, .. NotOffered]);
        return new(Name(section)) { Delivery = Delivery(properties), DuplicateWindow = DuplicateWindow(properties) };
    }

    private static TopicDefinition Topic(IConfigurationSection section)
    {
        Know(section, "Name", "Properties", "Subscriptions");
        IConfigurationSection properties = section.GetSection("Properties");
        Know(properties, ["DefaultMessageTimeToLive", .. DuplicateNames]);
        SubscriptionDefinition[] subscriptions = [.. section.GetSection("Subscriptions").GetChildren().Select(Subscription)];
        RefuseTwice(section, subscriptions.Select(s => s.Name));
        return new(Name(section), subscriptions)
        {
            DefaultTimeToLive = TimeToLive(properties),
            DuplicateWindow = DuplicateWindow(properties),
        };
    }

    private static SubscriptionDefinition Subscription(IConfigurationSection section)
    {
        Know(section, "Name", "Properties", "Rules");
        IConfigurationSection properties = section.GetSection("Properties");
        Know(properties, [.. DeliveryNames, .. NotOffered]);
        return new(Name(section)) { Delivery = Delivery(properties), Rules = [.. section.GetSection("Rules").GetChildren().Select(Rule)] };
    }

    private static CorrelationRule Rule(IConfigurationSection section)
    {
        Know(section, "Name", "Properties");
        IConfigurationSection properties = section.GetSection("Properties");
        Know(properties, "FilterType", "CorrelationFilter");
        if (properties["FilterType"] is { } type && type != "Correlation")
            throw Wrong(properties, "FilterType", type, "Correlation; SQL filters are not offered");
        IConfigurationSection filter = properties.GetSection("CorrelationFilter");
        Know(filter, [.. CorrelationRule.SystemProperties, "Subject", "Properties"]);
        var system = filter
            .GetChildren()
            .Where(c => c.Key != "Properties" && c.Value is { Length: > 0 })
            .ToDictionary(c => c.Key == "Subject" ? "Label" : c.Key, c => c.Value!);
        var own = filter.GetSection("Properties").GetChildren().ToDictionary(c => c.Key, c => c.Value ?? throw Wrong(filter, c.Key, "", "a text"));
        return system.Count + own.Count == 0
            ? throw new InvalidDataException($"{filter.Path} names nothing: leave the rule out to receive every message.")
            : new() { System = system, Properties = own };
    }

    private static readonly string[] DeliveryNames =
        ["LockDuration", "MaxDeliveryCount", "DefaultMessageTimeToLive", "DeadLetteringOnMessageExpiration", "RequiresSession"];

    private static readonly string[] DuplicateNames = ["RequiresDuplicateDetection", "DuplicateDetectionHistoryTimeWindow"];

    private static DeliveryRules Delivery(IConfigurationSection section)
    {
        if (Flag(section, "RequiresSession"))
            throw Wrong(section, "RequiresSession", "true", "false; sessions are not offered");
        foreach (string name in NotOffered)
            if (section[name] is { Length: > 0 } value)
                throw Wrong(section, name, value, "empty; forwarding is not offered");
        var otherwise = new DeliveryRules();
        TimeSpan duration = Span(section, "LockDuration") ?? otherwise.LockDuration;
        if (duration > TimeSpan.FromMinutes(5))
            throw Wrong(section, "LockDuration", section["LockDuration"]!, "at most PT5M");
        return new()
        {
            LockDuration = duration,
            MaxDeliveryCount = section["MaxDeliveryCount"] is not { Length: > 0 } text ? otherwise.MaxDeliveryCount
                : int.TryParse(text, CultureInfo.InvariantCulture, out int count) && count > 0 ? count
                : throw Wrong(section, "MaxDeliveryCount", text, "a positive whole number"),
            DefaultTimeToLive = TimeToLive(section),
            DeadLetterOnExpiration = Flag(section, "DeadLetteringOnMessageExpiration"),
        };
    }

    private static TimeSpan? DuplicateWindow(IConfigurationSection section) =>
        Flag(section, "RequiresDuplicateDetection")
            ? Span(section, "DuplicateDetectionHistoryTimeWindow") ?? TimeSpan.FromMinutes(10)
            : null;

    // Service Bus writes "for ever" as its longest time span.
    private static TimeSpan? TimeToLive(IConfigurationSection section) =>
        Span(section, "DefaultMessageTimeToLive") is { } span && span < TimeSpan.FromDays(36500) ? span : null;

    private static string Name(IConfigurationSection section) =>
        section["Name"] is { Length: > 0 and <= 260 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? name
            : throw Wrong(section, "Name", section["Name"] ?? "", "letters, digits, points, hyphens and underscores");

    private static bool Flag(IConfigurationSection section, string name) =>
        section[name] is not { Length: > 0 } text ? false
        : bool.TryParse(text, out bool value) ? value
        : throw Wrong(section, name, text, "true or false");

    private static TimeSpan? Span(IConfigurationSection section, string name)
    {
        if (section[name] is not { Length: > 0 } text)
            return null;
        try
        {
            if (XmlConvert.ToTimeSpan(text) is var span && span > TimeSpan.Zero)
                return span;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Said below.
        }
        throw Wrong(section, name, text, "a positive ISO 8601 duration, such as PT1M");
    }

    private static void Know(IConfigurationSection section, params string[] names)
    {
        if (section.GetChildren().FirstOrDefault(c => !names.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new InvalidDataException($"{unknown.Path} is not known; there may be {string.Join(", ", names)}.");
    }

    private static void RefuseTwice(IConfigurationSection section, IEnumerable<string> names)
    {
        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidDataException($"{section.Path} has '{twice.Key}' twice.");
    }

    private static InvalidDataException Wrong(IConfigurationSection section, string name, string value, string wanted) =>
        new($"{section.Path}:{name} is '{value}': it is {wanted}.");
}
