using System.Text.Json.Nodes;

namespace EntCredit.CosmosStandIn;

/// <summary>The account's databases and containers, and who answers for which path. Calls are answered one at a time.</summary>
internal sealed class CosmosAccount(int ranges, TimeProvider clock)
{
    private readonly List<(string Name, string Rid, List<CosmosContainer> Containers)> _databases = [];

    public CosmosAnswer Answer(CosmosCall call, string endpoint) => call.Path.Count switch
    {
        0 => CosmosAnswer.Of(200, Describe(endpoint)),
        <= 2 when call.Kind == "dbs" => Databases(call),
        _ when _databases.FindIndex(one => one.Name == call.Path[1] || one.Rid == call.Path[1]) is >= 0 and var database => call.Kind == "colls" ? Containers(call, database) : InContainer(call, database),
        _ => CosmosAnswer.NotFound(call.Path[1]),
    };

    private CosmosAnswer Databases(CosmosCall call)
    {
        var at = _databases.FindIndex(one => one.Name == call.Id || one.Rid == call.Id);
        switch (call.Method)
        {
            case "POST" when call.Id is null:
                var name = (string)Json.Object(call.Body)!["id"]!;
                if (_databases.Any(one => one.Name == name)) return CosmosAnswer.Error(409, "Conflict", "Resource with specified id or name already exists.");
                _databases.Add((name, Rids.Database(_databases.Count + 1), []));
                return CosmosAnswer.Of(201, DescribeDatabase(_databases.Count - 1));
            case "GET" when call.Id is not null:
                return at < 0 ? CosmosAnswer.NotFound(call.Id) : CosmosAnswer.Of(200, DescribeDatabase(at)).With("etag", "\"database\"");
            default:
                return CosmosAnswer.NotOffered($"{call.Method} of databases");
        }
    }

    private CosmosAnswer Containers(CosmosCall call, int database)
    {
        var containers = _databases[database].Containers;
        switch (call.Method)
        {
            case "POST" when call.Id is null:
                var definition = Json.Object(call.Body)!;
                if (containers.Any(one => one.Name == (string)definition["id"]!)) return CosmosAnswer.Error(409, "Conflict", "Resource with specified id or name already exists.");
                if (definition["partitionKey"]?["paths"]?.AsArray().Count != 1) return CosmosAnswer.NotOffered("hierarchical partition keys");
                containers.Add(new CosmosContainer((database + 1, containers.Count + 1), definition, ranges, clock));
                return CosmosAnswer.Of(201, containers[^1].Definition.DeepClone());
            case "GET" when call.Id is { } id:
                return Find(containers, id) is { } found ? CosmosAnswer.Of(200, found.Definition.DeepClone()).With("etag", "\"container\"") : CosmosAnswer.NotFound(id);
            default:
                return CosmosAnswer.NotOffered($"{call.Method} of containers");
        }
    }

    private CosmosAnswer InContainer(CosmosCall call, int database)
    {
        if (Find(_databases[database].Containers, call.Container!) is not { } container)
            return CosmosAnswer.Error(404, "NotFound", "Owner resource does not exist", 1003);
        var answer = call switch
        {
            { Kind: "pkranges", Id: null, Method: "GET" } => RangesOf(container, call),
            { Kind: "docs", IsQueryPlan: true } => QueryCalls.Plan(call),
            { Kind: "docs", IsQuery: true } => QueryCalls.Answer(container, call),
            { Kind: "docs", Id: null, IsChangeFeed: true } => FeedCalls.Answer(container, call),
            { Kind: "docs", Id: null, Method: "GET" } => CosmosAnswer.NotOffered("a list of items"),
            { Kind: "docs", Method: "POST" } when call.Flag("x-ms-cosmos-is-batch-request") => CosmosAnswer.NotOffered("batches"),
            { Kind: "docs" } => ItemCalls.Answer(container, call),
            _ => CosmosAnswer.NotOffered(call.Kind),
        };
        return answer.With("x-ms-alt-content-path", $"dbs/{_databases[database].Name}/colls/{container.Name}").With("x-ms-content-path", container.Rid);
    }

    private static CosmosAnswer RangesOf(CosmosContainer container, CosmosCall call) =>
        (call["If-None-Match"] == "\"ranges\""
            ? new CosmosAnswer(304)
            : CosmosAnswer.Of(200, FeedCalls.List(container.Rid, "PartitionKeyRanges", container.Ranges.Select(range => range.Describe()))))
        .With("etag", "\"ranges\"");

    private static CosmosContainer? Find(List<CosmosContainer> containers, string id) => containers.Find(one => one.Name == id || one.Rid == id);

    private JsonObject DescribeDatabase(int at) => new()
    {
        ["id"] = _databases[at].Name,
        ["_rid"] = _databases[at].Rid,
        ["_self"] = $"dbs/{_databases[at].Rid}/",
        ["_etag"] = "\"database\"",
        ["_colls"] = "colls/",
        ["_users"] = "users/",
        ["_ts"] = clock.GetUtcNow().ToUnixTimeSeconds(),
    };

    private static JsonObject Describe(string endpoint)
    {
        JsonArray Locations() => new(new JsonObject { ["name"] = "Stand-in", ["databaseAccountEndpoint"] = endpoint });
        return new JsonObject
        {
            ["_self"] = string.Empty,
            ["id"] = "standin",
            ["_rid"] = "standin",
            ["media"] = "//media/",
            ["addresses"] = "//addresses/",
            ["_dbs"] = "//dbs/",
            ["writableLocations"] = Locations(),
            ["readableLocations"] = Locations(),
            ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = new JsonObject { ["asyncReplication"] = false, ["minReplicaSetSize"] = 1, ["maxReplicasetSize"] = 4 },
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Session" },
            ["systemReplicationPolicy"] = new JsonObject { ["minReplicaSetSize"] = 1, ["maxReplicasetSize"] = 4 },
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = """{"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,"maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,"sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlDisableQueryILOptimization":false,"sqlDisableFilterPlanOptimization":false,"sqlAllowTop":true,"enableSpatialIndexing":true}""",
        };
    }
}
