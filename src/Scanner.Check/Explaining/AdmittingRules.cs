using System.Text.Json.Nodes;

namespace Scanner.Check.Explaining;

/// <summary>Rules that a security group might have besides: the narrowest first.</summary>
internal static class AdmittingRules
{
    public static IEnumerable<JsonNode?> Added(JsonArray rules, IEnumerable<string> groups, IEnumerable<int> ports)
    {
        var (peers, numbers) = (groups.ToList(), ports.ToList());
        foreach (var port in numbers)
            foreach (var peer in peers) yield return With(rules, "tcp", port, "securityGroup", peer);
        foreach (var peer in peers) yield return With(rules, "-1", null, "securityGroup", peer);
        foreach (var port in numbers) yield return With(rules, "tcp", port, "cidr", "0.0.0.0/0");
        yield return With(rules, "-1", null, "cidr", "0.0.0.0/0");
    }

    private static JsonArray With(JsonArray rules, string protocol, int? port, string kind, string peer)
    {
        var more = (JsonArray)rules.DeepClone();
        more.Add(new JsonObject { ["protocol"] = protocol, ["fromPort"] = port, ["toPort"] = port, ["peerKind"] = kind, ["peer"] = peer, ["peerAccount"] = null });
        return more;
    }
}
