namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The objects of a file of manifests: its documents, and the items of those that are lists.</summary>
internal static class Manifests
{
    /// <exception cref="DeclaredException">The file holds something else.</exception>
    public static IReadOnlyList<DeclaredObject> Read(DeclaredText file)
    {
        var values = new YamlValues(file);
        return [.. DeclaredYaml.Documents(file).Select(values.Read).SelectMany(document => Objects(file, document))];
    }

    /// <summary>Whether the text looks like objects, without a complaint where it does not.</summary>
    public static bool Are(DeclaredText file)
    {
        try
        {
            return DeclaredYaml.Documents(file) is { Count: > 0 } documents && documents.All(IsObject);
        }
        catch (DeclaredException)
        {
            return false;
        }
    }

    /// <summary>Whether one document at least is an object.</summary>
    /// <exception cref="DeclaredException">The file is no YAML.</exception>
    public static bool AreSome(DeclaredText file) => DeclaredYaml.Documents(file).Any(IsObject);

    private static bool IsObject(Yaml.YamlPlace document) => document.IsMapping && Says(document, "apiVersion") && Says(document, "kind");

    private static bool Says(Yaml.YamlPlace document, string key) => document.Entries.Any(e => e.Key == key && e.Value.Scalar is { Length: > 0 });

    private static IEnumerable<DeclaredObject> Objects(DeclaredText file, DeclaredValue value)
    {
        if (!DeclaredObject.Is(value)) throw Complain(file, value, "an object without apiVersion and kind");
        var one = new DeclaredObject(value);
        // List, and the typed ones that kubectl and servers write, such as DeploymentList
        if (!one.Kind.EndsWith("List", StringComparison.Ordinal) || value["items"] is not { } items) return [one];
        if (items.IsNull) return [];
        if (!items.IsList) throw Complain(file, items, $"items of a {one.Kind} that are no list");
        return items.Elements.SelectMany(item => Objects(file, Typed(one, item)));
    }

    /// <summary>Items of a typed list need not repeat their type.</summary>
    private static DeclaredValue Typed(DeclaredObject list, DeclaredValue item) => list.Kind == "List" || !item.IsMap ? item
        : item.With(("apiVersion", item["apiVersion"] ?? list.Value["apiVersion"]), ("kind", item["kind"] ?? DeclaredValue.Text(list.Kind[..^"List".Length])));

    private static DeclaredException Complain(DeclaredText file, DeclaredValue value, string problem) => file.Error(value.Origin?.Line ?? 1, value.Origin?.Column ?? 1, problem);
}
