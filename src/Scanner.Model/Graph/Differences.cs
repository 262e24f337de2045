using System.Text.Json;
using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>Where a ParallelCluster's file and the configuration that it runs with say different things.</summary>
/// <remarks>
/// Both are read by the same code, so that values compare as they are: comments, the order of keys and of named entries, and defaults
/// that are written out make no difference. What Scanner reads nothing from is not compared.
/// </remarks>
public static class Differences
{
    private const string Stored = "s3:GetObjectVersion";
    private const int Longest = 60;

    /// <summary>What differs, of the cluster and its node groups. Incomplete where either side could not be read; nothing where the file counts as deployed.</summary>
    public static ResourceSet<Difference> DifferencesFromFile(this Environment environment)
    {
        var all = environment.Graph.Snapshot.Observations.Where(o => o.Kind is nameof(Cluster) or nameof(NodeGroup)).ToList();
        if (all.Exists(o => o.Id == environment.Cluster.Id && o.Evidence.Plane is Plane.Preview)) return new([], null);
        var running = all.FindAll(o => o.Evidence is { Plane: Plane.LiveDeclared, Action: Stored } && IsPart(o.Id, environment.Cluster.Id));
        var declared = all.FindAll(o => o.Evidence.Plane is Plane.Declared && (IsPart(o.Id, environment.Cluster.Id) || (ScopeName.IsDeclared(o.Evidence.Scope) && IsPart(o.Key, environment.Cluster.Key))));
        if (declared.Find(o => o.Id == environment.Cluster.Id) is null) return new([], NoFile(environment));
        if (running.Find(o => o.Id == environment.Cluster.Id) is not { } stored) return new([], NotLooked(environment));
        if (stored.Properties.Select(p => p.Gap).FirstOrDefault(g => g is not null && g.Cause is not GapCause.Unsupported) is { } refused) return new([], refused);
        if (environment.Cluster.Kind.Source is Reading) Name(declared.Concat(running));
        return Compare(declared, running);
    }

    /// <summary>For whoever asks which facts decided.</summary>
    private static void Name(IEnumerable<Observation> read)
    {
        foreach (var observation in read)
            foreach (var property in observation.Properties.Where(p => p.Gap is null)) Ledger.Touch(new Reading(observation.Id, property.Name, observation.Evidence));
    }

    private static bool IsPart(string id, string whole) => id == whole || id.StartsWith(whole + "/", StringComparison.Ordinal);

    private static ResourceSet<Difference> Compare(List<Observation> declared, List<Observation> running)
    {
        var found = new List<Difference>();
        Gap? unread = null;
        foreach (var part in declared.Concat(running).Select(o => o.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (file, stored) = (declared.Find(o => o.Key == part), running.Find(o => o.Key == part));
            if (file is null || stored is null) found.Add(new(part, null, file is null ? "nothing" : "declared", stored is null ? "nothing" : "deployed"));
            else unread ??= Compare(file, stored, found);
        }
        return new([.. found.Select(d => new Member<Difference>(d, null))], unread);
    }

    /// <summary>Compares what both say; the gap where one of them could not be read.</summary>
    private static Gap? Compare(Observation file, Observation stored, List<Difference> found)
    {
        Gap? unread = null;
        foreach (var running in stored.Properties)
        {
            var told = file.Properties.Where(p => p.Name == running.Name).ToList();
            if (told is not [var declared]) unread ??= Silent(file, running.Name);
            else if ((declared.Gap ?? running.Gap) is { } gap) unread ??= gap;
            else if (!IsSame(declared.Value, running.Value, running.Name)) found.Add(new(file.Key, running.Name, Text(declared.Value), Text(running.Value)));
        }
        return unread;
    }

    /// <summary>Lists have no order, but for queues: the first is where jobs go by default.</summary>
    private static bool IsSame(JsonElement one, JsonElement other, string property) =>
        one.ValueKind is not JsonValueKind.Array || other.ValueKind is not JsonValueKind.Array || property == "queues"
            ? JsonElement.DeepEquals(one, other)
            : one.GetArrayLength() == other.GetArrayLength() && Sorted(one).Zip(Sorted(other)).All(pair => JsonElement.DeepEquals(pair.First, pair.Second));

    private static IEnumerable<JsonElement> Sorted(JsonElement list) => list.EnumerateArray().OrderBy(e => e.GetRawText(), StringComparer.Ordinal);

    private static string Text(JsonElement value)
    {
        var text = OneLine.Of(value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText());
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static Gap NoFile(Environment environment) => new(environment.Cluster.Scope, nameof(Cluster), "cluster configuration", GapCause.NotAsked,
        $"no file was given that {environment.Label} is made from", new(RemedyKind.Flag, "give the cluster's configuration file"));

    private static Gap NotLooked(Environment environment) => new(environment.Cluster.Scope, nameof(Cluster), Stored, GapCause.NotAsked,
        $"what {environment.Label} runs with was not looked at", new(RemedyKind.Flag, "check the live account too: --aws-region REGION"));

    private static Gap Silent(Observation file, string property) => new(file.Evidence.Scope, file.Kind, property, GapCause.NotAsked,
        $"the file was not read for {property} of {OneLine.Of(file.Key)}", new(RemedyKind.Flag, "check with the file again"));
}
