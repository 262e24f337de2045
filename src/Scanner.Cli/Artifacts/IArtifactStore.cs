namespace Scanner.Cli.Artifacts;

/// <summary>Where snapshots, baselines and histories are kept: a folder, or a prefix of a bucket.</summary>
internal interface IArtifactStore
{
    /// <summary>As people write it, without a slash at its end.</summary>
    string Name { get; }

    /// <summary>What lies directly in it, by name.</summary>
    /// <exception cref="UserErrorException">It cannot be listed.</exception>
    Task<IReadOnlyList<StoredArtifact>> List(CancellationToken cancellationToken);

    /// <summary>One of them, whole and seekable.</summary>
    /// <exception cref="UserErrorException">It cannot be read, or is not there.</exception>
    Task<Stream> Read(string name, CancellationToken cancellationToken);

    /// <summary>Writes it, whole or not at all; what was there before is replaced.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    Task Write(string name, Action<Stream> write, CancellationToken cancellationToken);

    /// <summary>Writes what is called by its content, whole or not at all; what is there already is the same, and stays.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    Task Add(string name, Action<Stream> write, CancellationToken cancellationToken);

    /// <summary>Takes it away; nothing happens where somebody else did so first.</summary>
    /// <exception cref="UserErrorException">It cannot be removed.</exception>
    Task Remove(string name, CancellationToken cancellationToken);
}
