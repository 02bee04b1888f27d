using System.Text;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Tests.Messaging;

public sealed class EntityFileTests
{
    private static NamespaceDefinition Read(string entities) =>
        EntityFile.Read(
            new ConfigurationBuilder()
                .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "UserConfig": { "Namespaces": [ { "Name": "local", {{entities}} } ] } }""")))
                .Build()
        );

    [Fact]
    public void Read_TheEmulatorsForm_GivesEverything()
    {
        NamespaceDefinition read = Read(
            """
            "Queues": [ { "Name": "q", "Properties": { "DeadLetteringOnMessageExpiration": true, "DefaultMessageTimeToLive": "PT1H", "ForwardTo": "",
              "LockDuration": "PT30S", "MaxDeliveryCount": 3, "RequiresDuplicateDetection": true, "DuplicateDetectionHistoryTimeWindow": "PT20S", "RequiresSession": false } } ],
            "Topics": [ { "Name": "t", "Subscriptions": [
              { "Name": "all" },
              { "Name": "some", "Rules": [ { "Name": "r", "Properties": { "FilterType": "Correlation",
                "CorrelationFilter": { "Subject": "penalty", "Properties": { "department": "d" } } } } ] } ] } ]
            """
        );
        QueueDefinition queue = Assert.Single(read.Queues);
        Assert.Equal(
            (TimeSpan.FromSeconds(30), 3, TimeSpan.FromHours(1), true, TimeSpan.FromSeconds(20)),
            (queue.Delivery.LockDuration, queue.Delivery.MaxDeliveryCount, queue.Delivery.DefaultTimeToLive, queue.Delivery.DeadLetterOnExpiration, queue.DuplicateWindow)
        );
        TopicDefinition topic = Assert.Single(read.Topics);
        Assert.Equal(["all", "some"], topic.Subscriptions.Select(s => s.Name));
        Assert.Equal((TimeSpan.FromMinutes(1), 10), (topic.Subscriptions[0].Delivery.LockDuration, topic.Subscriptions[0].Delivery.MaxDeliveryCount));
        CorrelationRule rule = Assert.Single(topic.Subscriptions[1].Rules);
        Assert.Equal(("penalty", "d"), (rule.System["Label"], rule.Properties["department"]));
    }

    [Theory]
    [InlineData(""" "Queues": [ { "Name": "q", "Properties": { "LockDuration": "soon" } } ] """, "LockDuration is 'soon'")]
    [InlineData(""" "Queues": [ { "Name": "q", "Properties": { "LockDuration": "PT6M" } } ] """, "at most PT5M")]
    [InlineData(""" "Queues": [ { "Name": "q", "Properties": { "RequiresSession": true } } ] """, "sessions are not offered")]
    [InlineData(""" "Queues": [ { "Name": "q", "Properties": { "ForwardTo": "other" } } ] """, "forwarding is not offered")]
    [InlineData(""" "Queues": [ { "Name": "q", "Properties": { "MaxDelivery": 3 } } ] """, "MaxDelivery is not known")]
    [InlineData(""" "Queues": [ { "Name": "a/b" } ] """, "letters, digits")]
    [InlineData(""" "Queues": [ { "Name": "q" } ], "Topics": [ { "Name": "Q" } ] """, "twice")]
    [InlineData(
        """ "Topics": [ { "Name": "t", "Subscriptions": [ { "Name": "s", "Rules": [ { "Properties": { "FilterType": "Sql" } } ] } ] } ] """,
        "SQL filters are not offered"
    )]
    [InlineData(
        """ "Topics": [ { "Name": "t", "Subscriptions": [ { "Name": "s", "Rules": [ { "Properties": { "FilterType": "Correlation" } } ] } ] } ] """,
        "names nothing"
    )]
    public void Read_NotOffered_IsNamed(string entities, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Read(entities)).Message, StringComparison.Ordinal);
}
