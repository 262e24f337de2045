using System.Text.Json;
using Scanner.Model;

namespace Scanner.Cli.Lambda;

/// <summary>What an invocation asks for: targets of the function's scanner.yaml by name (none: all of them), or one that the event describes.</summary>
/// <param name="Targets">Names of targets.</param>
/// <param name="Target">A target as scanner.yaml has it, in JSON; null where names are meant.</param>
/// <param name="Only">Rules, or <c>tag:NAME</c>, to run alone.</param>
internal sealed record ScanEvent(IReadOnlyList<string> Targets, string? Target, IReadOnlyList<string> Only)
{
    /// <exception cref="InvocationException">The event is no such request.</exception>
    public static ScanEvent Read(ReadOnlyMemory<byte> json)
    {
        using var document = Parsed(json);
        var root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object) throw Bad("expected an object, such as {\"targets\": [\"prod\"]}");
        // EventBridge puts what a rule sends into an envelope; a schedule's is empty
        if (root.TryGetProperty("detail-type", out _)) root = root.TryGetProperty("detail", out var detail) && detail.ValueKind is JsonValueKind.Object ? detail : throw Bad("an EventBridge event without a detail");
        var result = new ScanEvent([], null, []);
        foreach (var member in root.EnumerateObject())
            result = member.Name switch
            {
                "targets" => result with { Targets = Texts(member) },
                "target" => result with { Target = member.Value.ValueKind is JsonValueKind.Object ? member.Value.GetRawText() : throw Bad("target: expected an object, as scanner.yaml has it") },
                "only" => result with { Only = Texts(member) },
                var other => throw Bad($"'{OneLine.Of(other)}' is unknown; known are targets, target, only"),
            };
        return result is { Target: not null, Targets.Count: > 0 } ? throw Bad("names targets and describes one: leave one of them away") : result;
    }

    private static JsonDocument Parsed(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json.Length == 0 ? "{}"u8.ToArray() : json);
        }
        catch (JsonException e)
        {
            throw new InvocationException("Scanner.BadEvent", $"the event is no JSON: {OneLine.Of(e.Message)}", e);
        }
    }

    private static IReadOnlyList<string> Texts(JsonProperty member) =>
        member.Value.ValueKind is JsonValueKind.Array && member.Value.EnumerateArray().All(i => i.ValueKind is JsonValueKind.String && i.GetString()!.Length > 0)
            ? [.. member.Value.EnumerateArray().Select(i => i.GetString()!)] : throw Bad($"{member.Name}: expected a list of names");

    private static InvocationException Bad(string what) => new("Scanner.BadEvent", $"the event: {what}");
}
