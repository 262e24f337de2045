using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Testing;

/// <summary>Applies mutations to a world. A mutation that changes nothing is an error.</summary>
public static class Mutating
{
    /// <exception cref="MutationException">The mutation does not fit the world.</exception>
    public static Snapshot Apply(Snapshot world, WorldMutation mutation)
    {
        var mutated = world;
        foreach (var resource in mutation.Remove) mutated = Remove(mutated, resource);
        foreach (var (kind, id, properties) in mutation.Add)
        {
            foreach (var (property, value) in properties) MutationValues.Check(mutation, kind, id, property, value);
            mutated = Add(mutated, kind, id, properties);
        }
        foreach (var (resource, property, value) in mutation.Set) mutated = Set(Checked(mutated, mutation, resource, property, value), resource, property, value);
        foreach (var (resource, property, value) in mutation.Declare) mutated = Declare(Checked(mutated, mutation, resource, property, value), resource, property, value);
        foreach (var action in mutation.Deny) mutated = Deny(mutated, action);
        return mutated;
    }

    private static Snapshot Checked(Snapshot world, WorldMutation mutation, string resource, string property, JsonElement value)
    {
        MutationValues.Check(mutation, Ids(world, resource).First().Kind, resource, property, value);
        return world;
    }

    /// <summary>The world as a scan would see it that may not call <paramref name="action"/>.</summary>
    /// <exception cref="MutationException">The world owes nothing to that action.</exception>
    public static Snapshot Deny(Snapshot world, string action)
    {
        var listings = world.Coverage.Where(c => c.Action == action).Select(c => (c.Kind, c.Scope)).ToHashSet();
        var observations = new List<Observation>();
        foreach (var observation in world.Observations)
            if (observation.Evidence.Action != action) observations.Add(observation);
            else if (!listings.Contains((observation.Kind, observation.Evidence.Scope)))
                observations.Add(observation with { Properties = [.. observation.Properties.Select(p => p with { Value = default, Gap = Refusal(observation.Evidence.Scope, observation.Kind, action) })] });
        if (listings.Count == 0 && world.Observations.All(o => o.Evidence.Action != action)) throw new MutationException($"nothing in the world comes from {action}");
        var coverage = world.Coverage.Select(c => c.Action == action ? c with { Gap = Refusal(c.Scope, c.Kind, action) } : c);
        return world with { Observations = observations, Coverage = [.. coverage] };
    }

    private static Gap Refusal(string scope, string kind, string action) =>
        new(scope, kind, action, GapCause.Denied, "denied by the test", new(RemedyKind.Permission, action));

    private static Snapshot Remove(Snapshot world, string resource)
    {
        var ids = Ids(world, resource);
        return world with { Observations = [.. world.Observations.Where(o => !ids.Contains((o.Kind, o.Id)))] };
    }

    private static Snapshot Set(Snapshot world, string resource, string property, JsonElement value)
    {
        var ids = Ids(world, resource);
        var kind = ids.First().Kind;
        if (KindSchema.Find(kind)?.Properties.ContainsKey(property) != true)
            throw new MutationException($"a {kind} has no property {property}; it has {string.Join(", ", KindSchema.Find(kind)!.Properties.Keys.Order(StringComparer.Ordinal))}");
        var observations = world.Observations.Select(o => ids.Contains((o.Kind, o.Id)) ? Without(o, property) : o).ToList();
        foreach (var id in ids)
        {
            var index = observations.FindIndex(o => (o.Kind, o.Id) == id && o.Evidence.Action == ActionOf(world, id, property, observations));
            observations[index] = observations[index] with { Properties = [.. observations[index].Properties, new Property(property, value, null)] };
        }
        return world with { Observations = observations };
    }

    /// <summary>What files say of a resource is set, and nothing that was seen of it.</summary>
    private static Snapshot Declare(Snapshot world, string resource, string property, JsonElement value)
    {
        var ids = Ids(world, resource);
        bool IsOf(Observation o) => o.Evidence.Plane is Plane.Declared && ids.Contains((o.Kind, o.Id)) && o.Properties.Any(p => p.Name == property);
        if (!world.Observations.Any(IsOf)) throw new MutationException($"no file of the world says {property} of {resource}");
        return world with { Observations = [.. world.Observations.Select(o => IsOf(o) ? o with { Properties = [.. Without(o, property).Properties, new Property(property, value, null)] } : o)] };
    }

    /// <summary>The answer that brought the property, so that denying it hides the new value too; else the first that brought anything.</summary>
    private static string ActionOf(Snapshot world, (string Kind, string Id) id, string property, List<Observation> observations) =>
        (world.Observations.FirstOrDefault(o => (o.Kind, o.Id) == id && o.Properties.Any(p => p.Name == property))
            ?? observations.First(o => (o.Kind, o.Id) == id)).Evidence.Action;

    private static Snapshot Add(Snapshot world, string kind, string id, IReadOnlyList<(string Property, JsonElement Value)> properties)
    {
        if (KindSchema.Find(kind) is not { } schema) throw new MutationException($"there is no kind {kind}; there are {string.Join(", ", KindSchema.All.Select(s => s.Name).Order(StringComparer.Ordinal))}");
        var unknown = properties.FirstOrDefault(p => !schema.Properties.ContainsKey(p.Property)).Property;
        if (unknown is not null) throw new MutationException($"a {kind} has no property {unknown}");
        var listing = world.Coverage.First(c => c.Kind == kind);
        var evidence = new Evidence(Plane.Live, listing.Scope, listing.Action, world.Header.StartedAt);
        var observation = new Observation(id, id, kind, evidence, [.. properties.Select(p => new Property(p.Property, p.Value, null))]);
        return world with { Observations = [.. world.Observations, observation] };
    }

    private static Observation Without(Observation observation, string property) =>
        observation with { Properties = [.. observation.Properties.Where(p => p.Name != property)] };

    /// <summary>What a name in a mutation means.</summary>
    /// <exception cref="MutationException">Nothing has it, or several kinds do.</exception>
    internal static HashSet<(string Kind, string Id)> Ids(Snapshot world, string resource)
    {
        var (only, name) = resource.Split('/', 2) is [var kind, var rest] && KindSchema.Find(kind) is not null ? (kind, rest) : (null, resource);
        var isKind = KindSchema.Find(resource) is not null; // a kind's name alone means all of that kind
        var found = world.Observations.Where(o => isKind ? o.Kind == resource : (only ?? o.Kind) == o.Kind && (o.Id == name || o.Key == name || NameOf(o) == name))
            .Select(o => (o.Kind, o.Id)).ToHashSet();
        // an id is one resource's own; a key may be shared
        if (found.Where(f => f.Id == name).ToHashSet() is { Count: > 0 } exact) found = exact;
        if (found.Count == 0) throw new MutationException($"there is no {resource} in the world");
        if (found.Select(f => f.Kind).Distinct().Count() > 1) throw new MutationException($"{resource} is the name of several kinds: {string.Join(", ", found.Select(f => f.Kind))}; write {found.First().Kind}/{resource}");
        return found;
    }

    private static string? NameOf(Observation observation)
    {
        var name = observation.Properties.FirstOrDefault(p => p.Name == "name");
        return name is { Gap: null, Value.ValueKind: JsonValueKind.String } ? name.Value.GetString() : null;
    }
}
