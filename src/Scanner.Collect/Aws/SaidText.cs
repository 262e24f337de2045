using System.Text.RegularExpressions;
using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>What a service or a program said, on one line and without what may be a secret in it; ids and ARNs stay, because they say what is wrong.</summary>
internal static partial class SaidText
{
    private const string Hidden = "***";

    private const int ShortestRandom = 20;

    /// <summary>Far more than one line shows; whoever answers decides how much there is.</summary>
    private const int Longest = 4000;

    [GeneratedRegex("\\s*Encoded authorization failure message:\\s*[^\\s]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Encoded { get; }

    [GeneratedRegex("(?<arn>\\barn:aws[a-z-]*:[^\\s\"'<>()\\[\\],;]+)|((?!\\barn:aws[a-z-]*:[^\\s\"'<>()\\[\\],;]).)+", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts { get; }

    // before a colon a word of its own, because error codes end in such words too: ExpiredToken: …
    [GeneratedRegex($"(?<name>(({SecretNames.Anywhere}|{SecretNames.Alone})(s|[-_]?id)?[\"']?\\s*=|(?<![a-z])({SecretNames.Anywhere}|{SecretNames.Alone}|authorization)s?[\"']?\\s*:)\\s*)(?<value>\"[^\"]*\"|'[^']*'|((Bearer|Basic)\\s+)?[^\\s]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Named { get; }

    [GeneratedRegex("(?<start>//|(?<![^\\s])[^\\s:/@]+:(?!//))[^\\s]*@(?!sha256:)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UserInfo { get; }

    [GeneratedRegex("[A-Za-z0-9+/=_-]{20,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord { get; }

    public static string Of(string text) => OneLine.Of(Parts.Replace(Encoded.Replace(text.Length > Longest ? text[..Longest] : text, ""), part => part.Groups["arn"].Success ? part.Value : Without(part.Value)));

    private static string Without(string text)
    {
        var unnamed = Named.Replace(text, found => found.Groups["name"].Value + Hidden);
        var nobody = UserInfo.Replace(unnamed, found => $"{found.Groups["start"].Value}{Hidden}@");
        return LongWord.Replace(nobody, word => LooksRandom(word.Value) ? Hidden : word.Value);
    }

    /// <summary>A key of AWS has slashes in it, at which a look at single words would stop; a path begins with one.</summary>
    private static bool LooksRandom(string word) => SecretValue.LooksRandom(word)
        || (word.Length >= ShortestRandom && word[0] != '/' && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiLetterLower));
}
