using System.Reflection;
using System.Text.Json;
using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>One property of a resource kind: how it is read from a resource, and set from a snapshot's JSON.</summary>
internal abstract class PropertySchema(PropertyInfo property)
{
    protected PropertyInfo Property => property;

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>Whether nothing but the host itself shows it.</summary>
    public bool IsSeenOnHost { get; } = property.IsDefined(typeof(SeenOnHostAttribute));

    public static IEnumerable<PropertySchema> Of(Type kind) =>
        kind.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null).Select(Of).OfType<PropertySchema>();

    /// <summary>The value or gap that a resource carries here; null where nobody set it.</summary>
    public abstract (object? Value, Gap? Gap)? Get(Resource resource);

    public abstract Type ValueType { get; }

    /// <summary>Checks that the JSON is of the property's type, and returns the value.</summary>
    /// <exception cref="JsonException">It is not.</exception>
    public object? Parse(JsonElement json) => json.Deserialize(ValueType, SnapshotJson.Options) is { } value ? value
        : AllowsNull ? null : throw new JsonException("the value is null");

    public abstract void Set(Resource resource, object? value, Source source);

    private static PropertySchema? Of(PropertyInfo property) =>
        property.PropertyType == typeof(Truth) ? new OfTruth(property)
        : property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Fact<>)
            ? (PropertySchema)Activator.CreateInstance(typeof(OfFact<>).MakeGenericType(type.GetGenericArguments()), property)!
        : null;

    private bool AllowsNull => _allowsNull ??= ValueType.IsValueType
        ? Nullable.GetUnderlyingType(ValueType) is not null
        : new NullabilityInfoContext().Create(property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }];

    private bool? _allowsNull;

    private sealed class OfTruth(PropertyInfo property) : PropertySchema(property)
    {
        public override Type ValueType => typeof(bool);

        public override (object? Value, Gap? Gap)? Get(Resource resource)
        {
            var truth = (Truth)Property.GetValue(resource)!;
            return truth.IsUnknown ? truth.Source is null ? null : (null, truth.Gap) : (truth.IsTrue, null);
        }

        public override void Set(Resource resource, object? value, Source source) =>
            Property.SetValue(resource, source.Missing is null ? Truth.Of((bool)value!, source) : Truth.Unknown(source));
    }

    private sealed class OfFact<T>(PropertyInfo property) : PropertySchema(property)
    {
        public override Type ValueType => typeof(T);

        public override (object? Value, Gap? Gap)? Get(Resource resource)
        {
            IFact fact = (Fact<T>)Property.GetValue(resource)!;
            return ReferenceEquals(fact.Source, Gap.NeverRead) ? null : (fact.Boxed, fact.Source.Missing);
        }

        public override void Set(Resource resource, object? value, Source source) =>
            Property.SetValue(resource, source.Missing is null ? new Fact<T>((T)value!, source) : new Fact<T>(source));
    }
}
