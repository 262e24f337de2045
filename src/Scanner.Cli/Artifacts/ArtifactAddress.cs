namespace Scanner.Cli.Artifacts;

/// <summary>An address in S3: <c>s3://bucket/key</c>.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key, or a prefix without the slash at its end; empty for the whole bucket.</param>
internal sealed record ArtifactAddress(string Bucket, string Key)
{
    private const string Scheme = "s3://";
    private const int ShortestBucket = 3;
    private const int LongestBucket = 63;

    /// <summary>Whether it names something in S3, as opposed to a file.</summary>
    public static bool IsRemote(string path) => path.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="UserErrorException">It is none.</exception>
    public static ArtifactAddress Parse(string text)
    {
        var (bucket, key) = text[Scheme.Length..].Split('/', 2) is [var name, var rest] ? (name, rest) : (text[Scheme.Length..], "");
        if (bucket.Length is < ShortestBucket or > LongestBucket || !bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
            throw new UserErrorException($"{text}: '{bucket}' is no bucket's name; expected s3://BUCKET/KEY");
        return new(bucket, key.TrimEnd('/'));
    }

    /// <summary>The address of one object.</summary>
    /// <exception cref="UserErrorException">It names none.</exception>
    public static ArtifactAddress OfObject(string text) => Parse(text) is { Key.Length: > 0 } address && !text.EndsWith('/') ? address
        : throw new UserErrorException($"{text}: names no object; expected s3://BUCKET/KEY");

    /// <summary>What it lies in, and what it is called there.</summary>
    public (ArtifactAddress Prefix, string Name) Split() =>
        Key.LastIndexOf('/') is >= 0 and var slash ? (this with { Key = Key[..slash] }, Key[(slash + 1)..]) : (this with { Key = "" }, Key);

    public override string ToString() => Key.Length == 0 ? $"{Scheme}{Bucket}" : $"{Scheme}{Bucket}/{Key}";
}
