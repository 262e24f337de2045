using System.Globalization;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>What one host said of itself, and when.</summary>
internal sealed record NodeFactsDocument(JsonElement Json, string Host, string? InstanceId, DateTimeOffset CollectedAt, string Place)
{
    public const string SchemaName = "scanner.nodefacts";

    private const string Major = "1";

    /// <summary>The instance's, else one made of the host's name.</summary>
    public string Id => InstanceId ?? $"probe://{Host}";

    /// <param name="json">The document.</param>
    /// <param name="text">The file.</param>
    /// <param name="line">Where it begins.</param>
    /// <exception cref="DeclaredException">It lacks what every such document has, or is of another schema.</exception>
    public static NodeFactsDocument Of(JsonElement json, DeclaredText text, int line)
    {
        var said = new Saying(json);
        if (said.Text("schema") is not { } schema) throw Error(text, line, $"no node facts: schema is missing; expected {SchemaName}/{Major}");
        if (schema.Split('/') is not [SchemaName, var version]) throw Error(text, line, $"schema {schema} is none of node facts; expected {SchemaName}/{Major}");
        if (version.Split('.')[0] != Major) throw Error(text, line, $"schema {schema} is of another version; this one reads {SchemaName}/{Major}: run its own scanner-probe.sh on the host");
        if (said.Text("host", "name") is not { Length: > 0 and <= 255 } host) throw Error(text, line, "host.name is missing");
        if (!DateTimeOffset.TryParse(said.Text("collectedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            throw Error(text, line, "collectedAt is missing, or no time such as 2026-01-31T12:00:00Z");
        var id = said.Text("host", "instanceId");
        return new(json, OneLine.Of(host), id is { Length: > 0 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? id : null, at, $"{text.Name}:{line}:1");
    }

    private static DeclaredException Error(DeclaredText text, int line, string problem) => new($"{text.Name}:{line}:1: {problem}");
}
