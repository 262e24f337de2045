namespace Scanner.Model.Findings;

/// <summary>The architectures an environment was found to follow.</summary>
/// <param name="Architectures">Their keys, e.g. <c>aws-parallelcluster</c>; empty where none could be told.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Signals">What points there, in words.</param>
/// <param name="Undecided">Why none could be told; null where one could.</param>
public sealed record Detection(Items<string> Architectures, Confidence Confidence, Items<string> Signals, Gap? Undecided);
