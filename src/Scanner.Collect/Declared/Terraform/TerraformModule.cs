namespace Scanner.Collect.Declared.Terraform;

/// <summary>A module as the plan's <c>configuration</c> tells it: what its blocks and calls were written with.</summary>
/// <param name="module">The module.</param>
/// <param name="call">The call that leads to it; null of the root module.</param>
/// <param name="name">The call's name.</param>
/// <param name="parent">Where the call stands; null of the root module.</param>
internal sealed class TerraformModule(JsonPlace module, JsonPlace? call, string name, TerraformModule? parent)
{
    private readonly Dictionary<string, JsonPlace> _resources = module.List("resources").Where(r => r.IsObject && r.String("address") is not null)
        .DistinctBy(r => r.String("address")).ToDictionary(r => r.String("address")!, StringComparer.Ordinal);

    private readonly Dictionary<string, TerraformModule?> _calls = new(StringComparer.Ordinal);

    public TerraformModule? Parent => parent;

    public string Name => name;

    /// <summary>Where its sources are, as the call names them; null of the root module.</summary>
    public string? Source => call?.String("source");

    /// <summary>Whether the call makes several of it.</summary>
    public bool IsRepeated => call?["count_expression"] is not null || call?["for_each_expression"] is not null;

    public JsonPlace? ExpressionsOf(string block) => _resources.TryGetValue(block, out var resource) ? resource.Object("expressions") : null;

    /// <summary>What the caller gives to one of its variables.</summary>
    public JsonPlace? Input(string variable) => call?.Object("expressions")?.Object(variable);

    /// <summary>What it hands back to its caller.</summary>
    public JsonPlace? Output(string output) => module.Object("outputs")?.Object(output)?.Object("expression");

    /// <summary>A module that it calls; null where it calls none of the name.</summary>
    public TerraformModule? Call(string called)
    {
        if (_calls.TryGetValue(called, out var known)) return known;
        var made = module.Object("module_calls")?.Object(called) is { } found && found.Object("module") is { } inner ? new TerraformModule(inner, found, called, this) : null;
        return _calls[called] = made;
    }
}
