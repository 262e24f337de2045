using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Follows what an attribute was written with to the resources that it names, where their ids are known after apply only.</summary>
/// <remarks>A plan tells which names an expression has, and not what it makes of them. So only what can mean one thing is followed.</remarks>
/// <param name="world">What is declared.</param>
/// <param name="from">The resource that refers to others.</param>
/// <param name="wanted">The kind, or type, that is sought.</param>
internal sealed class References(World world, TerraformResource from, Predicate<string> wanted)
{
    private const int Deepest = 20;

    private static readonly HashSet<string> s_identities = new(StringComparer.Ordinal) { "id", "arn", "name", "identifier", "cluster_identifier", "cluster_name", "root_volume_id" };

    /// <summary>The resources that an expression names.</summary>
    /// <param name="expression">What the attribute was written with.</param>
    /// <param name="path">The attribute, e.g. <c>vpc_config.subnet_ids</c>.</param>
    /// <param name="isList">Whether it may name several.</param>
    /// <param name="isOpen">Whether nobody knows how many.</param>
    /// <exception cref="UnsaidException">It may mean several things.</exception>
    public IReadOnlyList<TerraformResource> Follow(JsonPlace? expression, string path, bool isList, bool isOpen = false)
    {
        if (from.Configuration is not { } module || expression is null) throw UnsaidException.AfterApply($"{from.Address}.{path}");
        var text = world.Sources(from).Find(module, $"{(from.IsData ? "data" : "resource")} {from.Type} {from.Name}")?.Text(path);
        var found = Of(new(module, from.Module, from, isOpen), expression, text, path, Deepest).DistinctBy(r => r.Address).ToList();
        if (found.Count == 0 || (!isList && found.Count > 1)) throw Unclear(path);
        return found;
    }

    private IEnumerable<TerraformResource> Of(Standing at, JsonPlace expression, string? text, string path, int left)
    {
        if (left == 0 || !expression.IsObject || expression["references"] is null) throw Unclear(path);
        var names = MostTelling(expression.List("references").Select(r => r.Text).OfType<string>().ToList());
        var isIndexed = names.RemoveAll(n => n is "count.index" or "each.key") > 0;
        if (names.Count == 0) throw Unclear(path);
        return names.SelectMany(n => Named(at, n, isIndexed, text, path, left - 1)).ToList();
    }

    private IEnumerable<TerraformResource> Named(Standing at, string name, bool isIndexed, string? text, string path, int left) => ModuleAddress.Parts(name) switch
    {
        ["var", var variable, ..] => Variable(at, Plain(variable), path, left),
        ["module", var call, var output, ..] => Output(at, call, Plain(output), path, left),
        ["data", var type, var block, .. var rest] => Resource(at, $"data.{type}.{Plain(block)}", Index(block), type, rest, isIndexed, text, path, left),
        ["local" or "path" or "terraform" or "each" or "count" or "self" or "module" or "var", ..] => throw Unclear(path),
        [var type, var block, .. var rest] => Resource(at, $"{type}.{Plain(block)}", Index(block), type, rest, isIndexed, text, path, left),
        _ => throw Unclear(path),
    };

    private IEnumerable<TerraformResource> Variable(Standing at, string variable, string path, int left)
    {
        if (at.Module is not { Parent: { } parent } module || module.Input(variable) is not { } input) throw Unclear(path);
        var outer = at.Address[..Math.Max(at.Address.LastIndexOf($"module.{module.Name}", StringComparison.Ordinal) - 1, 0)];
        return Of(at with { Module = parent, Address = outer, Source = null }, input, world.Sources(from).Find(parent, $"module {module.Name}")?.Text(variable), path, left);
    }

    private IEnumerable<TerraformResource> Output(Standing at, string call, string output, string path, int left)
    {
        if (at.Module.Call(Plain(call)) is not { } inner || inner.Output(output) is not { } expression || (inner.IsRepeated && Index(call).Length == 0)) throw Unclear(path);
        var address = $"{(at.Address.Length == 0 ? "" : at.Address + ".")}module.{call}";
        return Of(at with { Module = inner, Address = address, Source = null }, expression, world.Sources(from).Find(inner, $"output {output}")?.Text("value"), path, left);
    }

    private IEnumerable<TerraformResource> Resource(
        Standing at, string block, string index, string type, IReadOnlyList<string> rest, bool isIndexed, string? text, string path, int left)
    {
        var all = world.Instances(from, at.Address, block);
        var chosen = Choose(all, index, isIndexed, at, block, text, path);
        if (rest.Count == 0 || (rest.Count == 1 && s_identities.Contains(Plain(rest[0]))))
            return wanted(type) ? chosen : throw Unclear(path);
        // another attribute of it was written with something too
        if (chosen is not [var one] || rest.Count > 1 || one.Expressions?[Plain(rest[0])] is not { } expression || one.Configuration is not { } module) throw Unclear(path);
        return Of(new(module, one.Module, one, at.IsOpen), expression, null, path, left);
    }

    private IReadOnlyList<TerraformResource> Choose(IReadOnlyList<TerraformResource> all, string index, bool isIndexed, Standing at, string block, string? text, string path)
    {
        if (index.Length > 0) return all.Count > 0 && world.Instance(all[0], index) is { } indexed ? [indexed] : [];
        if (isIndexed) return [SameIndex(all, at, path)];
        // a list of unknown length may leave some out, unless its text says that it takes them all
        return all.Count <= 1 || !at.IsOpen || TakesAll(text, block) ? all : throw Unclear(path);
    }

    /// <summary>The same key of a map, or the same position in a block that is repeated as often, whatever the expression counts with.</summary>
    private TerraformResource SameIndex(IReadOnlyList<TerraformResource> all, Standing at, string path)
    {
        if (at.Source is not { Index.Length: > 0 } source) throw Unclear(path);
        var isAlike = source.Index[1] == '"' || world.Instances(from, source.Module, source.Block).Count == all.Count;
        return isAlike && all.Count > 0 && world.Instance(all[0], source.Index) is { } same ? same : throw Unclear(path);
    }

    private static bool TakesAll(string? text, string block) => text is not null && text.StartsWith($"{block}[*].", StringComparison.Ordinal)
        && text[(block.Length + "[*].".Length)..].All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>Of a name and what it begins with, such as <c>aws_lb.a.id</c> and <c>aws_lb.a</c>, only the longer says anything.</summary>
    private static List<string> MostTelling(List<string> names) => names.Distinct(StringComparer.Ordinal)
        .Where(n => !names.Exists(o => o.Length > n.Length && o.StartsWith(n, StringComparison.Ordinal) && o[n.Length] is '.' or '[')).ToList();

    private static string Plain(string part) => part.IndexOf('[') is var bracket and >= 0 ? part[..bracket] : part;

    private static string Index(string part) => part.IndexOf('[') is var bracket and >= 0 ? part[bracket..] : "";

    private UnsaidException Unclear(string path) =>
        new(GapCause.NotAsked, $"{from.Address}.{path} is known after apply, and the plan does not tell for certain which resource it will name");

    private sealed record Standing(TerraformModule Module, string Address, TerraformResource? Source, bool IsOpen);
}
