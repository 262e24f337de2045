using System.CommandLine;
using Amazon.S3;
using Scanner.Cli.Output;
using Scanner.Collect.Aws;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Artifacts;

/// <summary>Opens what the user names by a path or by <c>s3://bucket/key</c>; <c>@latest</c> at the end is what was kept there last.</summary>
/// <param name="profile">Whose credentials S3 is asked with; null for those at hand.</param>
/// <param name="region">The region to begin with where none is configured.</param>
internal sealed class ArtifactStores(string? profile, string? region)
{
    public const string Latest = "@latest";

    private readonly Lazy<IAmazonS3> _client = new(() => ArtifactAccess.Client(profile, region));

    /// <summary>With the profile and the region of the command line, where there is one; roles are assumed for scans, and not for what is kept of them.</summary>
    public static ArtifactStores Of(ParseResult command) => new(Only(command, CommonOptions.AwsProfile), Only(command, CommonOptions.AwsRegion) is { } named && AwsRegions.Problem(named) is null ? named : null);

    /// <summary>The store that a folder or a prefix is.</summary>
    /// <exception cref="UserErrorException">It can be none.</exception>
    public IArtifactStore At(string place) => ArtifactAddress.IsRemote(place) ? new BucketStore(ArtifactAddress.Parse(place), _client) : new FolderStore(place);

    /// <summary>The path itself, or what <c>@latest</c> stands for.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="kind">What is looked for.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <exception cref="UserErrorException">There is nothing that it could stand for.</exception>
    public async Task<string> Resolve(string path, ArtifactKind kind, CancellationToken cancellationToken)
    {
        if (!path.EndsWith("/" + Latest, StringComparison.Ordinal)) return path;
        var store = At(path[..^(Latest.Length + 1)]);
        var last = kind.Last(await store.List(cancellationToken));
        return last is null ? throw new UserErrorException($"{path}: there is no {kind.Noun} in {store.Name}") : store is FolderStore ? Path.Combine(store.Name, last.Name) : $"{store.Name}/{last.Name}";
    }

    /// <exception cref="UserErrorException">It cannot be read.</exception>
    /// <exception cref="SnapshotFormatException">It is no sound snapshot.</exception>
    public async Task<Snapshot> ReadSnapshot(string path, CancellationToken cancellationToken)
    {
        if (!ArtifactAddress.IsRemote(path)) return SnapshotFile.Read(path);
        await using var content = await Open(path, cancellationToken);
        return SnapshotReader.Read(content, path);
    }

    public Task WriteSnapshot(Snapshot snapshot, string path, CancellationToken cancellationToken) => Write(path, stream => SnapshotFile.Write(snapshot, stream, path), cancellationToken);

    /// <summary>All of a file or object, unpacked where it is compressed.</summary>
    /// <exception cref="UserErrorException">It cannot be read.</exception>
    public async Task<byte[]> ReadBytes(string path, CancellationToken cancellationToken, string hint = "")
    {
        await using var content = ArtifactAddress.IsRemote(path) ? await Open(path, cancellationToken) : new MemoryStream(BaselineSource.Bytes(path, hint));
        return Compressed.Read(content, path);
    }

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public async Task Write(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        if (!ArtifactAddress.IsRemote(path))
        {
            AtomicFile.Write(path, write);
            return;
        }
        var (prefix, name) = ArtifactAddress.OfObject(path).Split();
        await new BucketStore(prefix, _client).Write(name, write, cancellationToken);
    }

    private Task<Stream> Open(string path, CancellationToken cancellationToken)
    {
        var (prefix, name) = ArtifactAddress.OfObject(path).Split();
        return new BucketStore(prefix, _client).Read(name, cancellationToken);
    }

    private static string? Only(ParseResult command, Option<string[]> option) => command.GetValue(option) is [var only] ? only : null;
}
