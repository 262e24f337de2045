namespace Scanner.Collect.Declared;

/// <summary>Reads one kind of file into the graph.</summary>
internal interface IDeclaredFormat
{
    /// <summary>How an input names it outright, e.g. <c>parallelcluster</c> in <c>parallelcluster=cluster.yaml</c>.</summary>
    string Key { get; }

    /// <summary>What people call such a file, e.g. <c>ParallelCluster configuration</c>; gaps name it as their source.</summary>
    string Title { get; }

    /// <summary>Whether a file or folder is one of these, by what is in it. Malformed files belong to nobody.</summary>
    bool Recognizes(DeclaredInput input);

    /// <summary>Reads all inputs of this kind, in the order in which they were given: later ones override earlier ones where the format knows that.</summary>
    /// <exception cref="DeclaredException">A file cannot be used.</exception>
    Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken);
}
