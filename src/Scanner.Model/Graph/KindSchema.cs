using System.Reflection;

namespace Scanner.Model;

/// <summary>A resource kind: its name and its properties, read once from the class.</summary>
internal sealed class KindSchema
{
    private static readonly Dictionary<string, KindSchema> s_byName = typeof(Resource).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsSubclassOf(typeof(Resource)))
        .Select(t => new KindSchema(t)).ToDictionary(s => s.Name, StringComparer.Ordinal);

    private readonly Lazy<Dictionary<string, PropertySchema>> _properties;

    private KindSchema(Type type)
    {
        Type = type;
        _properties = new(() => PropertySchema.Of(type).ToDictionary(p => p.Name, StringComparer.Ordinal));
    }

    public Type Type { get; }

    public string Name => Type.Name;

    public IReadOnlyDictionary<string, PropertySchema> Properties => _properties.Value;

    public static IEnumerable<KindSchema> All => s_byName.Values;

    /// <summary>The kind of that name; null where this version does not know it.</summary>
    public static KindSchema? Find(string kind) => s_byName.GetValueOrDefault(kind);

    public static KindSchema Of(Type type) => s_byName[type.Name];

    public Resource Create(string id, string key, string scope)
    {
        var resource = (Resource)Activator.CreateInstance(Type, nonPublic: true)!;
        s_id.SetValue(resource, id);
        s_key.SetValue(resource, key);
        s_scope.SetValue(resource, scope);
        return resource;
    }

    private static readonly PropertyInfo s_id = typeof(Resource).GetProperty(nameof(Resource.Id))!;
    private static readonly PropertyInfo s_key = typeof(Resource).GetProperty(nameof(Resource.Key))!;
    private static readonly PropertyInfo s_scope = typeof(Resource).GetProperty(nameof(Resource.Scope))!;
}
