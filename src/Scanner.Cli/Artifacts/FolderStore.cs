using Scanner.Cli.Output;

namespace Scanner.Cli.Artifacts;

/// <summary>A folder of artifacts.</summary>
internal sealed class FolderStore(string path) : IArtifactStore
{
    public string Name { get; } = path.Length > 1 ? path.TrimEnd('/') : path;

    public Task<IReadOnlyList<StoredArtifact>> List(CancellationToken cancellationToken) => Task.FromResult(Reaching<IReadOnlyList<StoredArtifact>>(Name, "cannot be listed", () =>
        !Directory.Exists(Name) ? File.Exists(Name) ? throw new IOException("it is a file, and a folder is expected") : []
        : [.. new DirectoryInfo(Name).EnumerateFiles().Select(f => new StoredArtifact(f.Name, f.LastWriteTimeUtc)).OrderBy(f => f.Name, StringComparer.Ordinal)]));

    public Task<Stream> Read(string name, CancellationToken cancellationToken) =>
        Task.FromResult(Reaching<Stream>(Of(name), "cannot be read", () => new FileStream(Of(name), FileMode.Open, FileAccess.Read)));

    public Task Write(string name, Action<Stream> write, CancellationToken cancellationToken)
    {
        AtomicFile.Write(Of(name), write);
        return Task.CompletedTask;
    }

    public Task Add(string name, Action<Stream> write, CancellationToken cancellationToken) =>
        File.Exists(Of(name)) ? Task.CompletedTask : Write(name, write, cancellationToken);

    public Task Remove(string name, CancellationToken cancellationToken) => Task.FromResult(Reaching(Of(name), "cannot be removed", () =>
    {
        File.Delete(Of(name));
        return name;
    }));

    private string Of(string name) => Path.Combine(Name, name);

    private static T Reaching<T>(string at, string problem, Func<T> reach)
    {
        try
        {
            return reach();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{at}: {problem}: {e.Message}", e);
        }
    }
}
