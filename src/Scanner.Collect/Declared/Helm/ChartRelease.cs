using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Helm;

/// <summary>A release of the chart: its values, and what its objects are called.</summary>
/// <param name="values">Its values.</param>
/// <param name="release">What it is called.</param>
/// <param name="space">Where it lies.</param>
/// <param name="start">Where its values begin.</param>
internal sealed class ChartRelease(ChartValues values, string release, string space, SourceLocation start)
{
    private const string Chart = "rstudio-workbench";
    private const int LongestName = 63;

    public ChartValues Values => values;

    public string Namespace => space;

    /// <summary>What all its objects are called, or begin with.</summary>
    /// <exception cref="DeclaredException">The name is filled in later.</exception>
    public string Name => field ??= Cut(Given("fullnameOverride") ?? (release.Contains(Short, StringComparison.Ordinal) ? release : $"{release}-{Short}"));

    public DeclaredValue Selector => DeclaredValue.Map(("app.kubernetes.io/name", DeclaredValue.Text(Short)), ("app.kubernetes.io/instance", DeclaredValue.Text(release)));

    public DeclaredValue Labels => Selector.With(("app.kubernetes.io/managed-by", DeclaredValue.Text("Helm")));

    /// <summary>Whether Helm itself installs it, as opposed to somebody who applies what it renders.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>What the chart and Helm write on an object, with what values write on it.</summary>
    public DeclaredValue Metadata(DeclaredValue? annotations) => DeclaredValue.Map(
        ("labels", Labels.With(("helm.sh/chart", DeclaredValue.Text($"{Chart}-{values.Version?.ToString() ?? "(of a version that is not known)"}")))),
        ("annotations", annotations is null or { IsMap: true } && IsInstalled ? (annotations ?? DeclaredValue.Map()).With(Ownership) : annotations));

    private (string, DeclaredValue?)[] Ownership => [("meta.helm.sh/release-name", DeclaredValue.Text(release)), ("meta.helm.sh/release-namespace", DeclaredValue.Text(space))];

    private string Short => field ??= Cut(Given("nameOverride") ?? Chart);

    /// <summary>An object of the release.</summary>
    /// <param name="apiVersion">Its version.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name, with the line that the object is reported at.</param>
    /// <param name="metadata">What its metadata has beside name and namespace.</param>
    /// <param name="members">The rest.</param>
    public DeclaredObject Object(string apiVersion, string kind, DeclaredValue name, DeclaredValue metadata, params (string Name, DeclaredValue? Value)[] members) => new(DeclaredValue.Map(
    [
        ("apiVersion", DeclaredValue.Text(apiVersion)), ("kind", DeclaredValue.Text(kind)),
        ("metadata", metadata.With(("name", name), ("namespace", DeclaredValue.Text(space)))), .. members,
    ]));

    /// <summary>A name, said at the first of some values that a file says.</summary>
    public DeclaredValue Named(string name, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            if (values.Find(path)?.Origin is { } origin) return DeclaredValue.Text(name, origin);
        return DeclaredValue.Text(name, values.Said.Origin);
    }

    private string? Given(string key) => values[key] switch
    {
        null or { Why: not null } => null, // charts themselves leave it to the release
        { IsText: true } text => text.Raw,
        var other => throw new DeclaredException($"{other.Origin?.ToString() ?? start.File}: {key} is filled in later, or is no text, so that no object of the release can be named"),
    };

    private static string Cut(string name) => (name.Length > LongestName ? name[..LongestName] : name).TrimEnd('-');
}
