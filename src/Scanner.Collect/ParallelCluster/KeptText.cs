using Scanner.Collect.Workbench;

namespace Scanner.Collect.ParallelCluster;

/// <summary>Free text of a configuration, as it may be stored.</summary>
internal static class KeptText
{
    public static string Of(string name, string text) =>
        SecretNames.Has(name) || SecretValue.IsIn(text) ? SecretValue.NotKept : SecretValue.Harmless(name, text);

    /// <summary>An ARN; whatever else people put in its place may be the secret itself.</summary>
    public static string Arn(string text) => text.StartsWith("arn:", StringComparison.Ordinal) && text.Count(c => c == ':') >= 5 ? text : SecretValue.NotKept;
}
