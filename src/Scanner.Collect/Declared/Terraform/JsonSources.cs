namespace Scanner.Collect.Declared.Terraform;

/// <summary>The blocks of a <c>.tf.json</c> file.</summary>
internal static class JsonSources
{
    /// <exception cref="DeclaredException">It is no JSON.</exception>
    public static IReadOnlyList<SourceBlock> Blocks(DeclaredText text)
    {
        var root = JsonFile.Parse(text);
        return
        [
            .. Labelled(root, "resource").Concat(Labelled(root, "data")),
            .. Members(root["module"]).Concat(Members(root["output"])).Select(m => Of($"{(root["module"]?[m.Name] == m.Value ? "module" : "output")} {m.Name}", m.Name, m.Value)),
        ];
    }

    private static IEnumerable<SourceBlock> Labelled(JsonPlace root, string kind) =>
        from type in Members(root[kind])
        from block in Members(type.Value)
        select Of($"{kind} {type.Name} {block.Name}", $"{type.Name}.{block.Name}", block.Value);

    /// <summary>A level of labels may be written as a list of objects too.</summary>
    private static IEnumerable<(string Name, JsonPlace Value)> Members(JsonPlace? place) =>
        place is null ? [] : place.IsObject ? place.Members.Select(m => (m.Key, m.Value)) : place.Elements.SelectMany(e => Members(e));

    private static SourceBlock Of(string address, string shown, JsonPlace block) => new(address, block.File.At(block, shown),
        Members(block).SelectMany(a => Entry(a.Name, a.Value)).DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal));

    private static IEnumerable<KeyValuePair<string, SourceEntry>> Entry(string name, JsonPlace value) =>
        Members(value).SelectMany(n => Entry($"{name}.{n.Name}", n.Value)).Prepend(KeyValuePair.Create(name, new SourceEntry(new(() => value.File.At(value, name)), "")));
}
