namespace Scanner.Model;

/// <summary>A connection that somebody needs.</summary>
/// <param name="From">Who, for messages.</param>
/// <param name="To">To what, for messages.</param>
/// <param name="Path">What routes, network ACLs and security groups say of it.</param>
internal sealed record Connection(string From, string To, Reachability Path)
{
    /// <summary>What a host says of it itself, who has tried; unknown where nobody was asked.</summary>
    public Truth Told { get; init; }

    /// <summary>Who has tried knows better than any computation.</summary>
    public Truth Answer => Told.IsUnknown ? Path.Answer : Told;

    /// <summary>Something that a connection is needed to, of which nothing more is known.</summary>
    public static Connection Unseen(string from, string to, Source gap) =>
        new(from, to, new(Truth.Unknown(gap), new(from, to, [new(to, "where it is in the network was not read", null)]), null, null));
}
