using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>Reads Workbench's version, which is that of its edition: year, month, patch.</summary>
internal static partial class WorkbenchVersion
{
    /// <summary>The version in an image's tag: <c>2026.08.1-ubuntu-24.04</c>, <c>ubuntu2204-2024.04.2</c>, <c>jammy-2023.12.0</c>.</summary>
    [GeneratedRegex(@"(?<![0-9.])(?<version>20[0-9]{2}\.[0-9]{1,2}\.[0-9]+)(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Edition { get; }

    public static Fact<SemanticVersion> Of(WorkbenchServer server, string text) => SemanticVersion.Parse(text) is { } version
        ? new(version, server.Version.Source)
        : new(new Gap(server.Scope, nameof(WorkbenchServer), "version", GapCause.Unsupported, OneLine.Of($"{text} of {server.Label} is no version"), new(RemedyKind.Probe, OneLine.Of(server.Label))));

    /// <summary>By the tag of the server's image; a tag that moves, or a digest, does not tell.</summary>
    public static Fact<SemanticVersion> Of(Installation installation) => installation.Server.Containers.Then(containers =>
        containers.AsEnumerable().Select(c => Parse(c.Image)).OfType<SemanticVersion>().Distinct().ToList() is [var version]
            ? new Fact<SemanticVersion>(version, Evidence.Derived)
            : new(new Gap(installation.Server.Scope, nameof(Workload), "image", GapCause.Hidden,
                OneLine.Of($"the images of {installation.Label} do not tell the version of Workbench ({string.Join(", ", containers.Select(c => c.Image))})"),
                new(RemedyKind.Flag, "name the image by a tag with the version"))));

    internal static SemanticVersion? Parse(string image) => image.LastIndexOf(':') is var colon and > 0 && Edition.Match(image, colon) is { Success: true } found
        ? SemanticVersion.Parse(found.Groups["version"].Value) : null;
}
