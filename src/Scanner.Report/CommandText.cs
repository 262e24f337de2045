namespace Scanner.Report;

/// <summary>Tells advice that is a command from advice in words.</summary>
internal static class CommandText
{
    private static readonly string[] s_programs = ["aws ", "kubectl ", "helm ", "pcluster ", "eksctl ", "scanner "];

    public static bool IsCommand(string advice) => Array.Exists(s_programs, p => advice.StartsWith(p, StringComparison.Ordinal));
}
