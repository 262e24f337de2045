using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>A file that the chart makes of values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it says; null where some of it is not known.</param>
/// <param name="Origin">The values that say it.</param>
internal sealed record ConfigFile(string Name, string? Text, Origin? Origin)
{
    /// <summary>Where each of its lines is said; null where the values have the text as it is.</summary>
    public IReadOnlyList<Origin?>? Lines { get; init; }
}
