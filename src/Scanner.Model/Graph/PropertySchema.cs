using System.Reflection;
using System.Text.Json;
using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>One property of a resource kind: how it is read from a resource, and set from a snapshot's JSON.</summary>
internal abstract class PropertySchema(PropertyInfo property, Type valueType)
{
    private readonly Func<JsonElement, object?> _plain = PlainJson.Of(valueType);

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>Whether nothing but the host itself shows it.</summary>
    public bool IsSeenOnHost { get; } = property.IsDefined(typeof(SeenOnHostAttribute));

    public static IEnumerable<PropertySchema> Of(Type kind) =>
        kind.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null).Select(Of).OfType<PropertySchema>();

    /// <summary>The value or gap that a resource carries here; null where nobody set it.</summary>
    public abstract (object? Value, Gap? Gap)? Get(Resource resource);

    public Type ValueType => valueType;

    /// <summary>Checks that the JSON is of the property's type, and returns the value.</summary>
    /// <exception cref="JsonException">It is not.</exception>
    public object? Parse(JsonElement json) => _plain(json) is { } plain ? plain
        : json.Deserialize(ValueType, SnapshotJson.Options) is { } value ? value
        : AllowsNull ? null : throw new JsonException("the value is null");

    public abstract void Set(Resource resource, object? value, Source source);

    private static PropertySchema? Of(PropertyInfo property) =>
        property.PropertyType == typeof(Truth) ? Typed(typeof(OfTruth<>), property)
        : property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Fact<>) ? Typed(typeof(OfFact<,>), property, type.GenericTypeArguments)
        : null;

    /// <summary>Getters and setters are delegates: what reflection makes of each instead is compiled anew in every run.</summary>
    private static PropertySchema Typed(Type schema, PropertyInfo property, params Type[] value) =>
        (PropertySchema)Activator.CreateInstance(schema.MakeGenericType([property.DeclaringType!, .. value]), property)!;

    private bool AllowsNull => _allowsNull ??= ValueType.IsValueType
        ? Nullable.GetUnderlyingType(ValueType) is not null
        : new NullabilityInfoContext().Create(property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }];

    private bool? _allowsNull;

    private sealed class OfTruth<TResource>(PropertyInfo property) : PropertySchema(property, typeof(bool)) where TResource : Resource
    {
        private readonly Func<TResource, Truth> _get = property.GetMethod!.CreateDelegate<Func<TResource, Truth>>();
        private readonly Action<TResource, Truth> _set = property.SetMethod!.CreateDelegate<Action<TResource, Truth>>();

        public override (object? Value, Gap? Gap)? Get(Resource resource)
        {
            var truth = _get((TResource)resource);
            return truth.IsUnknown ? truth.Source is null ? null : (null, truth.Gap) : (truth.IsTrue, null);
        }

        public override void Set(Resource resource, object? value, Source source) =>
            _set((TResource)resource, source.Missing is null ? Truth.Of((bool)value!, source) : Truth.Unknown(source));
    }

    private sealed class OfFact<TResource, T>(PropertyInfo property) : PropertySchema(property, typeof(T)) where TResource : Resource
    {
        private readonly Func<TResource, Fact<T>> _get = property.GetMethod!.CreateDelegate<Func<TResource, Fact<T>>>();
        private readonly Action<TResource, Fact<T>> _set = property.SetMethod!.CreateDelegate<Action<TResource, Fact<T>>>();

        public override (object? Value, Gap? Gap)? Get(Resource resource)
        {
            IFact fact = _get((TResource)resource);
            return ReferenceEquals(fact.Source, Gap.NeverRead) ? null : (fact.Boxed, fact.Source.Missing);
        }

        public override void Set(Resource resource, object? value, Source source) =>
            _set((TResource)resource, source.Missing is null ? new Fact<T>((T)value!, source) : new Fact<T>(source));
    }
}
