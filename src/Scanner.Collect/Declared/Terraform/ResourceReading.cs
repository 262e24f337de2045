namespace Scanner.Collect.Declared.Terraform;

/// <summary>Reads one resource of a state, or one change of a plan.</summary>
internal static class ResourceReading
{
    /// <summary>A resource of a state, or among a plan's values; null where it has no values.</summary>
    public static TerraformResource? Of(JsonPlace resource, string module, TerraformModule? root)
    {
        if (resource.Object("values") is not { } values) return null;
        var identity = IdentityOf(resource, module, root);
        return Make(identity, values, null, resource["sensitive_values"], null, [], isGone: false);
    }

    /// <summary>A change of a plan; null where it leaves nothing and takes nothing away.</summary>
    public static TerraformResource? Change(JsonPlace resource, TerraformModule? root)
    {
        if (resource.Object("change") is not { } change) throw resource.File.Error(resource.Offset, "\"change\" is missing");
        var actions = change.List("actions").Select(a => a.Text ?? throw a.File.Error(a.Offset, "an action must be a text")).ToList();
        var identity = IdentityOf(resource, resource.String("module_address") ?? "", root);
        var (before, after) = (change.Object("before"), change.Object("after"));
        if (after is null) return before is null ? null : Make(identity, before, null, change["before_sensitive"], null, actions, isGone: true);
        return Make(identity, after, change["after_unknown"], change["after_sensitive"], before is null ? null : (before, change["before_sensitive"]), actions, isGone: false);
    }

    private static TerraformResource Make(
        Identity identity, JsonPlace values, JsonPlace? unknown, JsonPlace? sensitive, (JsonPlace Values, JsonPlace? Sensitive)? before, IReadOnlyList<string> actions, bool isGone)
    {
        var expressions = identity.Configuration?.ExpressionsOf($"{(identity.IsData ? "data." : "")}{identity.Type}.{identity.Name}");
        return new()
        {
            Address = identity.Address,
            Module = identity.Module,
            Type = identity.Type,
            Name = identity.Name,
            Index = identity.Index,
            Place = identity.Place,
            IsData = identity.IsData,
            IsNew = !isGone && actions.Contains("create"),
            IsChanged = actions.Any(a => a is not ("no-op" or "read")),
            IsGone = isGone,
            Configuration = identity.Configuration,
            Values = new(values, unknown, sensitive, identity.Address, expressions),
            Before = before is { } had ? new(had.Values, null, had.Sensitive, identity.Address, null) : null,
        };
    }

    private static Identity IdentityOf(JsonPlace resource, string module, TerraformModule? root)
    {
        if (!resource.IsObject) throw resource.File.Error(resource.Offset, "a resource must be keys and values");
        var (address, type, name) = (resource.NeedString("address"), resource.NeedString("type"), resource.NeedString("name"));
        var isData = resource.String("mode") == "data";
        var start = $"{(module.Length == 0 ? "" : module + ".")}{(isData ? "data." : "")}{type}.{name}";
        // Terraform before 0.13 left the module out of addresses within one
        if (module.Length > 0 && address.StartsWith(start[(module.Length + 1)..], StringComparison.Ordinal)) address = $"{module}.{address}";
        if (!address.StartsWith(start, StringComparison.Ordinal))
            throw resource.File.Error(resource["address"]!.Offset, $"address {address} does not fit the resource's module, type and name");
        return new(resource["address"]!, address, module, type, name, address[start.Length..], isData, root is null ? null : Configuration(root, module));
    }

    private static TerraformModule? Configuration(TerraformModule root, string address)
    {
        TerraformModule? module = root;
        foreach (var call in ModuleAddress.Calls(address))
            if ((module = module?.Call(call)) is null) return null;
        return module;
    }

    private sealed record Identity(JsonPlace Place, string Address, string Module, string Type, string Name, string Index, bool IsData, TerraformModule? Configuration);
}
