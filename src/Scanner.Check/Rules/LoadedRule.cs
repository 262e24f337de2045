using Scanner.Model;

namespace Scanner.Check;

/// <summary>A rule with the identity that its path gives it.</summary>
public sealed record LoadedRule(string Id, string Name, string Architecture, string Path, Rule Rule);
