using System.Globalization;
using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>A version such as <c>3.8.0</c>; a pre-release (<c>3.8.0b1</c>, <c>1.30.0-rc.1</c>) comes before its release.</summary>
public sealed partial record SemanticVersion(int Major, int Minor, int Patch, string PreRelease) : IComparable<SemanticVersion>
{
    [GeneratedRegex(@"^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:-?([a-z][0-9a-z.]*)|-([0-9a-z.-]+))?(?:\+.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern { get; }

    /// <summary>The version that <paramref name="text"/> writes, or null if it writes none.</summary>
    public static SemanticVersion? Parse(string text)
    {
        var match = Pattern.Match(text);
        if (!match.Success) return null;
        return new(Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]), match.Groups[4].Value + match.Groups[5].Value);
    }

    /// <summary>
    /// The version that a Kubernetes server or node says it has, such as <c>v1.33.1-eks-1a2b3c4</c>; null if it is none. What a vendor
    /// appends is no pre-release: 1.30.0-eks-1 is no older than 1.30.0. Only alpha, beta and rc are.
    /// </summary>
    internal static SemanticVersion? OfKubernetes(string text) => Parse(text) is not { } version ? null
        : version.PreRelease.StartsWith("alpha", StringComparison.Ordinal) || version.PreRelease.StartsWith("beta", StringComparison.Ordinal)
            || version.PreRelease.StartsWith("rc", StringComparison.Ordinal) ? version : version with { PreRelease = "" };

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null) return 1;
        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (numbers != 0) return numbers;
        if (PreRelease.Length == 0 || other.PreRelease.Length == 0) return other.PreRelease.Length.CompareTo(PreRelease.Length);
        return string.CompareOrdinal(PreRelease, other.PreRelease);
    }

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Major}.{Minor}.{Patch}{PreRelease}";

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
}
