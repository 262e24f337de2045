using System.Text;
using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>Whole scans of recorded deployments.</summary>
internal static class RecordedScan
{
    public static Task<Snapshot> Run(RecordedAws aws, TimeSpan? deadline = null) => Run([aws.Target], deadline);

    public static Task<Snapshot> Run(LiveTarget target) => Run([target], null);

    private static Task<Snapshot> Run(IReadOnlyList<LiveTarget> targets, TimeSpan? deadline) =>
        new Scan("scanner test", TimeProvider.System) { Deadline = deadline ?? TimeSpan.FromMinutes(5), Limits = CallLimits.None }.Run(targets, TestContext.Current.CancellationToken);

    /// <summary>The one resource of that kind and id, all planes merged.</summary>
    public static T Of<T>(this Snapshot snapshot, string id) where T : Resource =>
        new ResourceGraph(snapshot).Find<T>(id) ?? throw new InvalidOperationException($"there is no {typeof(T).Name} {id}");

    /// <summary>Every fact as one line, without times: <c>kind id property = value</c>.</summary>
    public static IReadOnlyList<string> Facts(this Snapshot snapshot) =>
    [
        .. snapshot.Observations.SelectMany(o => o.Properties.Select(p =>
            $"{o.Evidence.Action}|{o.Kind} {o.Id} {o.Key} {o.Evidence.Plane} {p.Name} = {(p.Gap is { } gap ? "? " + gap : p.Value.GetRawText())}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The snapshot as a file has it.</summary>
    public static string Text(this Snapshot snapshot)
    {
        using var file = new MemoryStream();
        SnapshotWriter.Write(snapshot, file);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
