namespace Scanner.Report.Baselines;

/// <summary>What a baseline holds.</summary>
/// <param name="Environments">How many environments.</param>
/// <param name="Failures">How many failures.</param>
/// <param name="Unknown">How many verdicts that could not be told.</param>
/// <param name="IsComplete">False where something that was asked for could not be read.</param>
public sealed record BaselineSummary(int Environments, int Failures, int Unknown, bool IsComplete);
