using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>A resource or data source as a plan will leave it, or as a state has it.</summary>
internal sealed class TerraformResource
{
    /// <summary>Its address, e.g. <c>module.db.aws_db_instance.this[0]</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The calls that lead to its module, each with its index; empty in the root module.</summary>
    public required string Module { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Its index as an address writes it, e.g. <c>[0]</c> or <c>["a"]</c>; empty where it has none.</summary>
    public required string Index { get; init; }

    /// <summary>Where the JSON file names it.</summary>
    public required JsonPlace Place { get; init; }

    public required Attributes Values { get; init; }

    /// <summary>The values that it has now; null where it does not exist yet, and in states.</summary>
    public Attributes? Before { get; init; }

    /// <summary>A data source: Terraform read it and does not manage it.</summary>
    public bool IsData { get; init; }

    /// <summary>The plan makes it, or makes it anew.</summary>
    public bool IsNew { get; init; }

    /// <summary>The plan does something to it.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The plan deletes it; kept for what it takes away from others.</summary>
    public bool IsGone { get; init; }

    /// <summary>Where the configuration of its module is at hand, the plan's own account of it.</summary>
    public TerraformModule? Configuration { get; init; }

    /// <summary>The block that declares it, without its index.</summary>
    public string Block => $"{(IsData ? "data." : "")}{Type}.{Name}";

    /// <summary>The expressions of its block; null where the configuration is not at hand.</summary>
    public JsonPlace? Expressions => Configuration?.ExpressionsOf(Block);

    public SourceLocation InJson => Place.File.At(Place, Address);

    public override string ToString() => Address;
}
