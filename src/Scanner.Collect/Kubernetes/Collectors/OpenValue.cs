using System.Text.RegularExpressions;
using Scanner.Collect.Workbench;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>The value of a setting of an object as it may be stored: people put passwords into addresses of redirects and shares too.</summary>
internal static partial class OpenValue
{
    // they look random and open nothing: ARNs, and the names that provisioners give volumes
    [GeneratedRegex(@"arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws)?:[\w+./:-]+|(?<![\w-])pvc-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier { get; }

    public static string Of(string name, string value)
    {
        var rest = Identifier.Replace(value, "id");
        return SecretValue.Harmless(name, rest) == rest ? value : SecretValue.Harmless(name, value);
    }
}
