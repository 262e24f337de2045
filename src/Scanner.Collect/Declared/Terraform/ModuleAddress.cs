namespace Scanner.Collect.Declared.Terraform;

/// <summary>An address such as <c>module.a["x"].module.b[0]</c>.</summary>
internal static class ModuleAddress
{
    /// <summary>The names of the calls that it leads through, without their indices.</summary>
    public static IReadOnlyList<string> Calls(string address)
    {
        var parts = Parts(address);
        return [.. parts.Where((p, i) => i % 2 == 1).Select(p => p.IndexOf('[') is var bracket and >= 0 ? p[..bracket] : p)];
    }

    /// <summary>Its parts between dots; dots within an index are none.</summary>
    public static string[] Parts(string address)
    {
        var (parts, start, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i < address.Length; i++)
        {
            if (address[i] == '\\' && quoted) i++;
            else if (address[i] == '"') quoted = !quoted;
            else if (address[i] == '.' && !quoted)
            {
                parts.Add(address[start..i]);
                start = i + 1;
            }
        }
        if (start < address.Length) parts.Add(address[start..]);
        return [.. parts];
    }
}
