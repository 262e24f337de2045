using Scanner.Model;

namespace Scanner.Report.Graph;

/// <summary>One thing, or several equal ones, in a picture.</summary>
/// <param name="Id">What links call it.</param>
/// <param name="Column">Where it stands.</param>
/// <param name="Kind">What it is, in a word or two.</param>
/// <param name="Title">Its name, with how many there are.</param>
/// <param name="Lines">What is worth knowing of it.</param>
public sealed record Box(string Id, BoxColumn Column, string Kind, string Title, IReadOnlyList<string> Lines)
{
    /// <summary>What it stands for: whom a finding must name to be marked here.</summary>
    internal IReadOnlyList<ISubject> Members { get; init; } = [];

    /// <summary>Where traffic of it starts or ends.</summary>
    internal IReadOnlyList<NetworkEndpoint> Endpoints { get; init; } = [];

    /// <summary>The id of its VPC; null where it is in none, or that was not seen.</summary>
    public string? Vpc { get; init; }

    /// <summary>The one subnet that it is in; null where there are several, or none is known.</summary>
    public string? Subnet { get; init; }

    /// <summary>The rules that fail on it.</summary>
    public IReadOnlyList<string> Failing { get; init; } = [];

    /// <summary>Why it may not be there, or what it is was not seen; null where it surely is as shown.</summary>
    public string? Doubt { get; init; }
}
