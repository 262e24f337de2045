using Scanner.Model;

namespace Scanner.Collect.Declared;

/// <summary>What a file about AWS resources cannot tell.</summary>
internal static class NotDeclared
{
    /// <summary>Only the account shows it: the file takes away nothing of what that says.</summary>
    public static Gap Gap<T>(string scope, string title) where T : Resource => new(scope, typeof(T).Name, title, GapCause.Hidden,
        $"a {title} does not say it", new(RemedyKind.Flag, "check the live account too: --aws-region REGION"));
}
