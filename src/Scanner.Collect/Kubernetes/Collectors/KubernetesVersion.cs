using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>A version of Kubernetes without its vendor's mark: <c>v1.33.1-eks-abc</c> is 1.33.1, and no early form of it.</summary>
internal static partial class KubernetesVersion
{
    [GeneratedRegex(@"^v?\d+\.\d+\.\d+(-(alpha|beta|rc)[0-9.]*)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Upstream { get; }

    /// <summary>Null where the text is no version.</summary>
    public static SemanticVersion? Of(string? text) => text is not null && Upstream.Match(text) is { Success: true } match ? SemanticVersion.Parse(match.Value.TrimEnd('.')) : null;
}
