namespace Scanner.Collect.Declared.Terraform;

/// <summary>What <c>terraform show -json</c>, or OpenTofu's <c>tofu show -json</c>, writes of a plan or of a state.</summary>
internal sealed class TerraformFormat : IDeclaredFormat
{
    private const int MostResources = 20_000;

    public string Key => "terraform";

    public string Title => Observer.Title;

    public bool Recognizes(DeclaredInput input) => !input.IsFolder && TerraformFile.Is(input.Text);

    public Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        var files = new List<TerraformFile>();
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(TerraformFile.Read(input));
        }
        Read(files, scope, sink);
        return Task.CompletedTask;
    }

    /// <summary>What several files declare together.</summary>
    public static void Read(IReadOnlyList<TerraformFile> files, DeclaredScope scope, DeclaredSink sink)
    {
        if (files.SelectMany(f => f.Resources).Where(r => TerraformTypes.IsRead(r.Type)).Skip(MostResources).FirstOrDefault() is { } first)
            throw first.Place.File.Error(first.Place.Offset, $"more than {MostResources} resources that are read; hand over the plans or states of the deployment alone");
        var world = new World(files, scope);
        Map(new Observer(world, scope, sink));
        foreach (var id in files.SelectMany(f => f.Resources).Where(r => !r.IsData).Select(World.GoneId).OfType<string>()) sink.Gone(id);
        // Terraform makes what it is told to and knows of nothing else in the account
        Covering.Nothing(scope, sink);
        foreach (var resource in world.Resources.Where(r => !r.IsGone && !TerraformTypes.IsRead(r.Type)))
            sink.Unknown(resource.InJson, $"{resource.Type} ({resource.Address}) is not read");
    }

    private static void Map(Observer observer)
    {
        Networks.Observe(observer);
        RouteTables.Observe(observer);
        NetworkAcls.Observe(observer);
        SecurityGroups.Observe(observer);
        LooseRules.Observe(observer);
        LooseParts.Observe(observer);
        LoadBalancers.Observe(observer);
        TargetGroups.Observe(observer);
        Databases.Observe(observer);
        DatabaseProxies.Observe(observer);
        EfsSystems.Observe(observer);
        FsxSystems.Observe(observer);
        FsxVolumes.Observe(observer);
        EksResources.Observe(observer);
        ScalingGroups.Observe(observer);
        Instances.Observe(observer);
        Names.Observe(observer);
    }
}
