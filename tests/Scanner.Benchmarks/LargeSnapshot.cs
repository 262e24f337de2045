using System.Globalization;
using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Benchmarks;

/// <summary>The recorded ParallelCluster deployment, with its compute node copied until it has as many resources as are asked for.</summary>
internal static class LargeSnapshot
{
    private static readonly string[] s_copied = [nameof(ComputeInstance), nameof(NetworkInterface)];

    public static string Write(string folder, string recorded, int resources)
    {
        using var input = File.OpenRead(recorded);
        var snapshot = SnapshotReader.Read(input, recorded);
        var file = Path.Combine(folder, $"{resources}.jsonl");
        using var output = File.Create(file);
        SnapshotWriter.Write(snapshot with { Observations = [.. SnapshotBuilder.Sorted(snapshot.Observations.Concat(Copies(snapshot, resources)))] }, output);
        return file;
    }

    private static IEnumerable<Observation> Copies(Snapshot snapshot, int resources)
    {
        var (known, originals) = (snapshot.Observations.Select(o => (o.Kind, o.Id)).Distinct().Count(), Originals(snapshot));
        for (var i = 0; known < resources; i++)
            foreach (var group in originals.TakeWhile(_ => known < resources))
            {
                known++;
                foreach (var observation in group) yield return Copy(observation, originals.Select(g => g.Key), i.ToString("x8", CultureInfo.InvariantCulture));
            }
    }

    /// <summary>The instance of which a deployment has most, and its interface: all that was observed of each.</summary>
    private static List<IGrouping<string, Observation>> Originals(Snapshot snapshot) =>
        [.. s_copied.Select(kind => snapshot.Observations.Where(o => o.Kind == kind).GroupBy(o => o.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Last())];

    private static Observation Copy(Observation observation, IEnumerable<string> ids, string suffix)
    {
        var replaced = ids.Select(id => (id, New: id[..^8] + suffix)).ToList();
        string Renamed(string text) => replaced.Aggregate(text, (t, r) => t.Replace(r.id, r.New, StringComparison.Ordinal));
        return observation with
        {
            Id = Renamed(observation.Id), Key = Renamed(observation.Key),
            Properties = [.. observation.Properties.Select(p => p.Gap is null ? p with { Value = JsonDocument.Parse(Renamed(p.Value.GetRawText())).RootElement } : p)],
        };
    }
}
