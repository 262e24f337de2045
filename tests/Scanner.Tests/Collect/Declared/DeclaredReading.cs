using System.Text;
using Scanner.Collect.Declared;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared;

/// <summary>What one format makes of files, or of text.</summary>
internal static class DeclaredReading
{
    public static async Task<DeclaredState> Of(string format, params DeclaredInput[] inputs) => await new DeclaredFiles("scanner", new FixedTime())
        .Read("pwb-files", new("pwb"), [.. inputs.Select(i => new DeclaredSource(i, format))], TestContext.Current.CancellationToken);

    public static DeclaredInput Fixture(string name, string file) => new(Repository.Path("fixtures", "declared", name, file), file);

    /// <summary>Text, without a file.</summary>
    public static async Task<(Snapshot Snapshot, IReadOnlyList<string> Unknown)> Text(IDeclaredFormat format, string text)
    {
        var (builder, input) = (new SnapshotBuilder(), new DeclaredInput("", "cluster.yaml"));
        Set(input, text);
        var sink = new DeclaredSink(builder);
        await format.Read([input], new("pwb-files", "pwb", default), sink, TestContext.Current.CancellationToken);
        return (builder.Build(new(Header.CurrentSchema, "scanner", default, default, [])), sink.UnknownKeys);
    }

    /// <summary>Every property, what it is, and where it is declared; what has no line of its own, at its resource's.</summary>
    public static string Listing(Snapshot snapshot)
    {
        var places = snapshot.Header.Declarations.AsEnumerable().ToLookup(d => (d.Key, d.Property), d => $"{d.Location.Line}:{d.Location.Column}-{d.Location.EndColumn}");
        var lines = new StringBuilder();
        foreach (var o in snapshot.Observations)
        {
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{o.Kind} {o.Id} ({o.Key}) @{string.Join(' ', places[(o.Key, null)])}\n");
            foreach (var p in o.Properties) lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {p.Name} @{string.Join(' ', places[(o.Key, p.Name)])} {(p.Gap is { } gap ? $"? {gap.Cause} {gap.Detail}" : p.Value.GetRawText())}\n");
            foreach (var d in snapshot.Header.Declarations.AsEnumerable().Where(d => d.Key == o.Key && d.Property?.Contains('[', StringComparison.Ordinal) == true))
                lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {d.Property} @{d.Location.Line}:{d.Location.Column}-{d.Location.EndColumn} {d.Location.Snippet}\n");
        }
        foreach (var c in snapshot.Coverage) lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{c.Kind} in {c.Scope} by {c.Action}: {(c.Gap is null ? "all" : c.Gap.ToString())}\n");
        return lines.ToString();
    }

    private static void Set(DeclaredInput input, string text) =>
        typeof(DeclaredInput).GetField("_text", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.SetValue(input, new DeclaredText(input.Name, text));
}
