using System.Text;
using System.Text.RegularExpressions;
using Scanner.Collect;

namespace Scanner.Tests.Collect;

/// <summary>A recorded deployment once more, in another account and region, with other ids and another name.</summary>
internal sealed partial class TwinAccount : IAsyncDisposable
{
    public const string Scope = "aws/210987654321/eu-west-1";

    public TwinAccount(string name) => Aws = new RecordedAws(name) { Named = Original }.Rewrite((_, _, body) => Encoding.UTF8.GetBytes(Twin(Encoding.UTF8.GetString(body))));

    public RecordedAws Aws { get; }

    public LiveTarget Target => Aws.Target with { Name = "twin", Aws = Aws.Target.Aws! with { Regions = ["eu-west-1"] } };

    [GeneratedRegex(@"\b(vpc|subnet|sg|i|eni|rtb|fs|acl|lt|ami|pcx|pl|fsmt|fsap|dra)-(?=[0-9a-f]{8})", RegexOptions.CultureInvariant)]
    private static partial Regex Id { get; }

    public ValueTask DisposeAsync() => Aws.DisposeAsync();

    private static string Twin(string text) => Id.Replace(text, "$1-e").Replace("us-east-1", "eu-west-1", StringComparison.Ordinal)
        .Replace("123456789012", "210987654321", StringComparison.Ordinal).Replace("pwb", "lab", StringComparison.Ordinal).Replace("10.20.", "10.21.", StringComparison.Ordinal);

    /// <summary>What a request of the twin would have named in the recorded deployment.</summary>
    private static string Original(string value) => Regex.Replace(value, @"\b(vpc|subnet|sg|i|eni|rtb|fs|acl|lt|ami|pcx|pl|fsmt|fsap|dra)-e(?=[0-9a-f]{8})", "$1-")
        .Replace("lab", "pwb", StringComparison.Ordinal);
}
