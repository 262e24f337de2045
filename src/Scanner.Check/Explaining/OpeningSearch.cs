using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>Tries what the facts that were not read may be.</summary>
internal sealed class OpeningSearch(Snapshot snapshot, Alternatives alternatives, Retrial retrial, CancellationToken cancellationToken)
{
    private const int Most = 8;

    public List<Opening> Of(Finding finding, string environment)
    {
        var found = new List<Opening>();
        var open = finding.Readings.Where(r => r.Missing is not null).DistinctBy(r => r.ToString(), StringComparer.Ordinal).OrderBy(r => r.Missing!.Equals(finding.Gap) ? 0 : 1).ThenBy(r => r.ToString(), StringComparer.Ordinal).Take(Most);
        foreach (var reading in open)
            if (KindOf(reading) is { } kind && alternatives.Possible(kind, reading.Property) is { Values.Count: > 0 } possible)
                found.Add(new(kind, reading, [.. possible.Values.TakeWhile(_ => !retrial.IsExhausted).Select(v => (v, retrial.Judge(Filled(kind, reading, v), environment, finding, cancellationToken)))], possible.IsAll && !retrial.IsExhausted));
        return found;
    }

    private string? KindOf(Reading reading) => snapshot.Observations.Where(o => o.Id == reading.Resource).Select(o => o.Kind).FirstOrDefault(k => KindSchema.Find(k)?.Properties.ContainsKey(reading.Property) == true);

    /// <summary>The snapshot with that value, told by the first answer about the resource; what else was said of it gives way.</summary>
    private Snapshot Filled(string kind, Reading reading, JsonElement value)
    {
        var first = snapshot.Observations.Where(o => o.Kind == kind && o.Id == reading.Resource).OrderBy(o => o.Evidence.Plane).First();
        return snapshot with
        {
            Observations = [.. snapshot.Observations.Select(o => o.Kind != kind || o.Id != reading.Resource ? o
                : o with { Properties = [.. o.Properties.Where(p => p.Name != reading.Property), .. ReferenceEquals(o, first) ? (Property[])[new(reading.Property, value, null)] : []] })],
        };
    }
}
