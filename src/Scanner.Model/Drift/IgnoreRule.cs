namespace Scanner.Model.Drift;

/// <summary>Drift that is expected. A pattern that is null fits everything; <c>*</c> stands for any characters.</summary>
/// <param name="Reason">Why it is expected.</param>
public sealed record IgnoreRule(string Reason)
{
    /// <summary>The kind's name.</summary>
    public string? Kind { get; init; }

    /// <summary>The path's pattern; <c>count</c> is the resource's coming and going, and how many there are.</summary>
    public string? Path { get; init; }

    /// <summary>The key's pattern.</summary>
    public string? Key { get; init; }

    /// <summary>Where the user wrote it; null of those that come with the program.</summary>
    public string? Place { get; init; }

    public override string ToString() => string.Join(' ', new[] { Kind ?? "*", Key, Path }.OfType<string>());
}
