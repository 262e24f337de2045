using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Turns the attributes of one resource into facts.</summary>
/// <param name="world">What else is declared.</param>
/// <param name="resource">The resource.</param>
/// <param name="evidence">Where it is declared.</param>
/// <param name="kind">The kind that it becomes.</param>
internal sealed class Reading(World world, TerraformResource resource, Evidence evidence, string kind)
{
    public TerraformResource Resource => resource;

    public Evidence Evidence => evidence;

    /// <summary>Something made of the attributes; the gap where they do not say it.</summary>
    public Fact<T> Map<T>(Func<Attributes, T> read)
    {
        try
        {
            return new(read(resource.Values), evidence);
        }
        catch (UnsaidException e)
        {
            // over what is live, a hidden fact leaves the live one as it is; of what a plan changes nobody knows that
            var cause = e is { Cause: GapCause.Hidden, IsOfAny: false } && (resource.IsChanged || (e.NamesOther && IsOfState)) ? GapCause.NotAsked : e.Cause;
            return new(new Gap(evidence.Scope, kind, evidence.Action, cause, OneLine.Of(e.Message), e.Remedy));
        }
    }

    public Fact<Items<T>> Items<T>(Func<Attributes, IEnumerable<T>> read) => Map(a => read(a).ToItems());

    /// <summary>A list of references that is never empty in the world.</summary>
    public Fact<Items<Ref<T>>> Some<T>(string name) where T : Resource => Map(a => Many<T>(a, name).ToItems() is { IsEmpty: false } items ? items : throw a.Absent(name));

    public Truth Truth(Func<Attributes, bool> read)
    {
        var fact = Map(read);
        return fact.IsKnown ? Model.Truth.Of(fact.Value, evidence) : Model.Truth.Unknown(fact.Source);
    }

    /// <summary>Something that is so whatever the file says.</summary>
    public Fact<T> Always<T>(T value) => new(value, evidence);

    /// <summary>Something that Terraform never knows.</summary>
    public Fact<T> Never<T>(string what) => Map<T>(_ => throw UnsaidException.NeverKept(what));

    /// <summary>The key that live collectors give: the CloudFormation stack and logical id, else the id; of what is not made yet, its natural name or its address.</summary>
    public string Key(string? natural = null)
    {
        if (natural is not null) return natural;
        if (World.RealId(resource) is not { } id) return $"terraform/{resource.Address}";
        return Tags() is { IsKnown: true, Value: var tags } ? ResourceKey.Of(tags, id) : id;
    }

    public Fact<StringMap> Tags() => Map(a => a.Tags());

    /// <summary>The tag Name, which most resources of EC2 have for their name.</summary>
    public Fact<string?> NameTag() => Map(a => a.Tags()["Name"]);

    /// <summary>Whether a new resource leaves an attribute to the default that AWS gives to it.</summary>
    public bool IsDefault(Attributes attributes, string name) => resource.IsNew && attributes.IsUnknown(name) && attributes.IsLeftOut(name);

    public Ref<T> Need<T>(Attributes attributes, string name) where T : Resource =>
        attributes.IsUnknown(name) ? new(world.Id(Follow<T>(attributes, name, isList: false, isOpen: false)[0])) : new(attributes.Need(name));

    public Ref<T>? Maybe<T>(Attributes attributes, string name) where T : Resource =>
        attributes.IsUnknown(name) || attributes.Filled(name) is not null ? Need<T>(attributes, name) : null;

    /// <summary>The references of a list, those that are known after apply only followed to what they will name.</summary>
    public IEnumerable<Ref<T>> Many<T>(Attributes attributes, string name) where T : Resource
    {
        if (attributes.IsUnknown(name)) return Sorted<T>(Follow<T>(attributes, name, isList: true, isOpen: true).Select(world.Id));
        if (attributes.Partly(name) is not { } partly || !partly.Contains(null)) return Sorted<T>(attributes.AllTexts(name));
        var all = Sorted<T>(Follow<T>(attributes, name, isList: true, isOpen: false).Select(world.Id).Concat(partly.OfType<string>())).ToList();
        return all.Count == partly.Count ? all : throw UnsaidException.AfterApply(attributes.Join(name));
    }

    /// <summary>The one resource of a type that an attribute names: by an attribute of its own where the name is known, else by what it was written with.</summary>
    /// <exception cref="UnsaidException">It is not declared here, or cannot be told.</exception>
    public TerraformResource Target(Attributes attributes, string name, string type, params string[] by)
    {
        if (attributes.IsUnknown(name)) return Written(attributes, name, type);
        var value = attributes.Need(name);
        return world.Find(type, value, by)
            ?? throw UnsaidException.NotHere($"{attributes.Join(name)} is {OneLine.Of(value)}, which is not declared in these files");
    }

    public string IdOf(TerraformResource target) => world.Id(target);

    /// <summary>The one resource of some types that an attribute was written with.</summary>
    /// <exception cref="UnsaidException">It cannot be told.</exception>
    public TerraformResource Written(Attributes attributes, string name, params string[] types) =>
        new References(world, resource, t => types.Contains(TerraformTypes.Canonical(t))).Follow(attributes.Expression(name), Path(attributes, name), isList: false)[0];

    private bool IsOfState => resource is { Before: null, IsNew: false, IsData: false };

    private IReadOnlyList<TerraformResource> Follow<T>(Attributes attributes, string name, bool isList, bool isOpen) where T : Resource =>
        new References(world, resource, t => TerraformTypes.KindOf(t) == typeof(T).Name).Follow(attributes.Expression(name), Path(attributes, name), isList, isOpen);

    private string Path(Attributes attributes, string name) => attributes.Join(name)[(resource.Address.Length + 1)..];

    private static IEnumerable<Ref<T>> Sorted<T>(IEnumerable<string> ids) where T : Resource => Refs.Many<T>(ids);
}
