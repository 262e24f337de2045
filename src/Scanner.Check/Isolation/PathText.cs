using Scanner.Model;

namespace Scanner.Check.Isolation;

/// <summary>A network path, its hops as a plain list.</summary>
internal sealed record PathText(string From, string To, IReadOnlyList<NetworkHop> Hops);
