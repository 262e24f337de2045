using System.Text.RegularExpressions;

namespace Scanner.Collect.Workbench;

/// <summary>Names, such as those of tags, that say that what stands under them is a secret.</summary>
internal static partial class SecretNames
{
    /// <summary>Names that are one wherever they stand; <c>key</c> alone names too much else.</summary>
    public const string Anywhere = "passwor[dt]|passwd|passphrase|pwd|secret|token|credential|(private|licen[sc]e|api|access|ssh|signing|encryption)[-_. ]?key";

    /// <summary>Short ones, which stand within other words too.</summary>
    public const string Alone = "pass(?![a-z0-9])|(?<![a-z0-9])(pw|pin|auth|otp)(?![a-z0-9])";

    [GeneratedRegex($"{Anywhere}|{Alone}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret { get; }

    public static bool Has(string name) => Secret.IsMatch(name);
}
