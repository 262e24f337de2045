using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Tags as a snapshot keeps them: a value is not kept where the tag's name makes it a secret, or where it looks like one.</summary>
internal static class AwsTags
{
    private const string NotKept = "***";

    public static StringMap Of<T>(IEnumerable<T>? tags, Func<T, string?> name, Func<T, string?> value) => new(
        (tags ?? []).Where(t => name(t) is not null).Select(t => KeyValuePair.Create(name(t)!, Kept(name(t)!, value(t) ?? ""))));

    /// <summary>Names and values that are no tags, as they are.</summary>
    public static StringMap Verbatim<T>(IEnumerable<T> pairs, Func<T, string?> name, Func<T, string?> value) =>
        new(pairs.Select(p => KeyValuePair.Create(Wire.Need(name(p), "Key"), Wire.Need(value(p), "Value"))));

    public static StringMap Of(IEnumerable<Amazon.EC2.Model.Tag>? tags) => Of(tags, t => t.Key, t => t.Value);

    /// <summary>Text that people write beside a resource, where it may be kept.</summary>
    public static string? Remark(string? text) => text is null || !SecretValue.IsIn(text) ? text : NotKept;

    private static string Kept(string name, string value) => WrittenTags.Has(name) ? value
        : SecretNames.Has(name) || SecretValue.IsIn(value) ? NotKept : value;
}
