namespace Scanner.Model;

/// <summary>A connection that somebody needs.</summary>
/// <param name="From">Who, for messages.</param>
/// <param name="To">To what, for messages.</param>
/// <param name="Computed">What routes, network ACLs and security groups say of it.</param>
/// <param name="Way">The same with its path.</param>
internal sealed record Connection(string From, string To, Truth Computed, Func<Reachability> Way)
{
    /// <summary>What a host says of it itself, who has tried; unknown where nobody was asked.</summary>
    public Truth Told { get; init; }

    /// <summary>Who has tried knows better than any computation.</summary>
    public Truth Answer => Told.IsUnknown ? Computed : Told;

    public static Connection Of(Environment environment, NetworkEndpoint from, string label, NetworkEndpoint to, string what, Fact<int> port) =>
        new(label, what, environment.Network.Reaches(from, to, "tcp", port), () => environment.Network.CanReach(from, to, "tcp", port));

    /// <summary>Something that a connection is needed to, of which nothing more is known.</summary>
    public static Connection Unseen(string from, string to, Source gap)
    {
        var reach = new Reachability(Truth.Unknown(gap), new(from, to, [new(to, "where it is in the network was not read", null)]), null, null);
        return new(from, to, reach.Answer, () => reach);
    }
}
