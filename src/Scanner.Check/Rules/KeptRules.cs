namespace Scanner.Check;

/// <summary>An assembly from the cache, and those of its scripts that are asked for: it may have others, which have been changed since.</summary>
public sealed record KeptRules(byte[] Image, IReadOnlyList<RuleScript> Scripts);
