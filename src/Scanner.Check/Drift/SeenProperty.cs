using System.Text.Json;
using Scanner.Model;

namespace Scanner.Check.Drift;

/// <summary>A property as one scan saw it: a value and who said it, or the gap.</summary>
internal readonly record struct SeenProperty(JsonElement Value, Evidence? Evidence, Gap? Gap);
