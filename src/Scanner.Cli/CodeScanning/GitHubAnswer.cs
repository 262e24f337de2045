using System.Net;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Cli.CodeScanning;

/// <summary>What GitHub's REST API said: its status, and its JSON where it sent any.</summary>
internal sealed record GitHubAnswer(HttpStatusCode Status, JsonElement Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The API's own words, on one line, with what is wrong with each field.</summary>
    public string Message => string.Join("; ", Words().Select(OneLine.Of)) is { Length: > 0 } words ? words : $"HTTP {(int)Status}";

    public string? Text(string property) =>
        Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>Its list of errors: texts, or objects with a message.</summary>
    public IEnumerable<string> Errors =>
        Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Array
            ? errors.EnumerateArray().Select(e => e.ValueKind is JsonValueKind.Object && e.TryGetProperty("message", out var message) ? message.ToString() : e.ToString())
            : [];

    private IEnumerable<string> Words() => (Text("message") is { } message ? [message] : Enumerable.Empty<string>()).Concat(Errors);
}
