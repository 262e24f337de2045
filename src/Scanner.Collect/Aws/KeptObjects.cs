namespace Scanner.Collect.Aws;

/// <summary>Where what scans find is kept in S3: the one thing that Scanner writes, and removes.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">The prefix, without a slash at its end; empty for the whole bucket.</param>
public sealed record KeptObjects(string Bucket, string Prefix)
{
    /// <summary>What must be allowed, on which resource, whose name follows that of the partition.</summary>
    internal IReadOnlyList<(IReadOnlyList<string> Actions, string Resource)> Grants =>
        [(["s3:ListBucket"], $":s3:::{Bucket}"), (["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], $":s3:::{Bucket}/{(Prefix.Length == 0 ? "" : Prefix + "/")}*")];
}
