namespace Scanner.Model;

/// <summary>The steps that traffic takes, up to the first that stops it.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it wants to go.</param>
/// <param name="Hops">The steps in order.</param>
public sealed record NetworkPath(string From, string To, Items<NetworkHop> Hops);
