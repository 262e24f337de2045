using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Tags as a snapshot keeps them: what a tag's name makes a secret is not kept.</summary>
internal static partial class AwsTags
{
    [GeneratedRegex("passw(or)?d|secret|token|api[-_]?key|credential", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret { get; }

    public static StringMap Of<T>(IEnumerable<T>? tags, Func<T, string?> name, Func<T, string?> value) => new(
        (tags ?? []).Where(t => name(t) is not null).Select(t => KeyValuePair.Create(name(t)!, Secret.IsMatch(name(t)!) ? "***" : value(t) ?? "")));

    /// <summary>Names and values that are no tags, as they are.</summary>
    public static StringMap Verbatim<T>(IEnumerable<T> pairs, Func<T, string?> name, Func<T, string?> value) =>
        new(pairs.Select(p => KeyValuePair.Create(Wire.Need(name(p), "Key"), value(p) ?? "")));

    public static StringMap Of(IEnumerable<Amazon.EC2.Model.Tag>? tags) => Of(tags, t => t.Key, t => t.Value);
}
