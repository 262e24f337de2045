using System.Runtime.CompilerServices;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>References to other resources, as answers name them.</summary>
internal static class Refs
{
    /// <summary>A reference that must be there.</summary>
    public static Ref<T> Need<T>(string? id, [CallerArgumentExpression(nameof(id))] string path = "") where T : Resource => new(Wire.Need(id, path));

    /// <summary>A reference, or null where there is none in the world.</summary>
    public static Ref<T>? Maybe<T>(string? id) where T : Resource => id is { Length: > 0 } ? new(id) : null;

    public static IEnumerable<Ref<T>> Many<T>(IEnumerable<string?>? ids) where T : Resource =>
        (ids ?? []).Select(id => Need<T>(id)).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal);
}
