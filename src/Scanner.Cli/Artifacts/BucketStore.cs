using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Cli.Artifacts;

/// <summary>A prefix of a bucket in S3, or of a server that speaks as S3 does.</summary>
/// <param name="at">The bucket and the prefix.</param>
/// <param name="client">Who asks.</param>
internal sealed class BucketStore(ArtifactAddress at, IAmazonS3 client) : IArtifactStore
{
    private const string Anything = "*";

    public string Name { get; } = at.ToString();

    private string Prefix { get; } = at.Key.Length == 0 ? "" : at.Key + "/";

    public Task<IReadOnlyList<StoredArtifact>> List(CancellationToken cancellationToken) => Ask<IReadOnlyList<StoredArtifact>>("s3:ListBucket", at.Key, async () =>
    {
        var (request, found) = (new ListObjectsV2Request { BucketName = at.Bucket, Prefix = Prefix, Delimiter = "/" }, new List<StoredArtifact>());
        do
        {
            var page = await client.ListObjectsV2Async(request, cancellationToken);
            found.AddRange((page.S3Objects ?? []).Where(o => o.Key.Length > Prefix.Length).Select(Of));
            request.ContinuationToken = page.IsTruncated is true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
        return [.. found.OrderBy(o => o.Name, StringComparer.Ordinal)];
    });

    public Task<Stream> Read(string name, CancellationToken cancellationToken) => Ask<Stream>("s3:GetObject", Prefix + name, async () =>
    {
        using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = at.Bucket, Key = Prefix + name }, cancellationToken);
        var whole = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(whole, cancellationToken);
        whole.Position = 0;
        return whole;
    });

    public Task Write(string name, Action<Stream> write, CancellationToken cancellationToken) => Put(name, write, isNew: false, cancellationToken);

    /// <remarks>Two writers that have the same name have the same content, so that the one who comes second has nothing to do.</remarks>
    public async Task Add(string name, Action<Stream> write, CancellationToken cancellationToken)
    {
        if (await Put(name, write, isNew: true, cancellationToken)) return;
        await Console.Error.WriteLineAsync($"note: {OneLine.Of(Name)}: the server knows no conditional writes (If-None-Match), so only their names keep entries apart");
        await Put(name, write, isNew: false, cancellationToken);
    }

    public Task Remove(string name, CancellationToken cancellationToken) =>
        Ask("s3:DeleteObject", Prefix + name, () => client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = at.Bucket, Key = Prefix + name }, cancellationToken));

    /// <returns>False where the server cannot tell whether it is new.</returns>
    private Task<bool> Put(string name, Action<Stream> write, bool isNew, CancellationToken cancellationToken) => Ask("s3:PutObject", Prefix + name, async () =>
    {
        using var content = new MemoryStream();
        write(content);
        content.Position = 0;
        // signed as a whole, and in one piece: not every server takes chunks with a checksum behind them
        var request = new PutObjectRequest { BucketName = at.Bucket, Key = Prefix + name, InputStream = content, AutoCloseStream = false, UseChunkEncoding = false, IfNoneMatch = isNew ? Anything : null };
        try
        {
            await client.PutObjectAsync(request, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception e) when (isNew && e.StatusCode is HttpStatusCode.PreconditionFailed)
        {
            return true; // it is there already
        }
        catch (AmazonS3Exception e) when (isNew && e.StatusCode is HttpStatusCode.NotImplemented)
        {
            return false;
        }
    });

    private StoredArtifact Of(S3Object found) => new(found.Key[Prefix.Length..], found.LastModified is { } at ? new(at.ToUniversalTime()) : DateTimeOffset.UnixEpoch);

    /// <summary>The one door to S3: what comes from outside is one line that says what, where, and what to do.</summary>
    private async Task<T> Ask<T>(string action, string key, Func<Task<T>> ask)
    {
        var where = at with { Key = key };
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchBucket")
        {
            throw new UserErrorException($"{where}: there is no bucket '{at.Bucket}'", e);
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound)
        {
            throw new UserErrorException($"{where}: there is no such object", e);
        }
        catch (Exception e) when (ArtifactAccess.IsOutside(e) && e is not OperationCanceledException { CancellationToken.IsCancellationRequested: true })
        {
            throw new UserErrorException($"{where}: {ArtifactAccess.Problem(e, action)}", e);
        }
    }
}
