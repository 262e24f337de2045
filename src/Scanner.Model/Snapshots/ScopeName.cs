namespace Scanner.Model.Snapshots;

/// <summary>What the name of a scope tells: an account and region, a cluster, and whether it was looked at or only declared in files.</summary>
internal static class ScopeName
{
    private const string Aws = "aws/";
    private const string Kubernetes = "k8s/";

    public static bool IsAws(string scope) => scope.StartsWith(Aws, StringComparison.Ordinal);

    public static bool IsKubernetes(string scope) => scope.StartsWith(Kubernetes, StringComparison.Ordinal);

    /// <summary>Whether nothing but files tell of it.</summary>
    public static bool IsDeclared(string scope) => scope.StartsWith(DeclaredAws(""), StringComparison.Ordinal) || scope.StartsWith(DeclaredKubernetes(""), StringComparison.Ordinal);

    /// <summary>The AWS side of what a target's files declare.</summary>
    public static string DeclaredAws(string target) => $"{Aws}declared/{target}";

    /// <summary>The cluster that a target's files declare.</summary>
    public static string DeclaredKubernetes(string target) => $"{Kubernetes}declared/{target}";
}
