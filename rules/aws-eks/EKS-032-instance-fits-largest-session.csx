const string Profiles = "launcher.kubernetes.profiles.conf";

// The most that any profile allows; null where somebody may ask for any amount.
Fact<double?> Most(Items<ConfigurationSection> sections, string key)
{
    var most = 0.0;
    var isBounded = false;
    foreach (var section in sections)
    {
        if (section.Setting(key).Value is { } text && Quantity.Parse(text) is { } amount)
        {
            if (amount <= 0) return null;
            if (section.Name == "*") isBounded = true;
            if (amount > most) most = amount;
        }
    }

    return isBounded ? most : null;
}

Fact<double?> Configured(Installation workbench, string key) => workbench.File(Profiles).Then(file => file is { } found ? Most(found.Sections, key) : (double?)null);

Fact<double?> Said(Environment env, Func<SessionProfile, double?> value) => env.Parameters.GivesSessionProfile ? env.Parameters.SessionProfile.Map(value) : (double?)null;

Fact<double?> LargestCpu(Installation workbench, Environment env) => Said(env, profile => profile.LargestCpu).Then(said => said is { } cpu ? cpu : Configured(workbench, "max-cpus"));

Fact<double?> LargestMemory(Installation workbench, Environment env) => Said(env, profile => profile.LargestMemoryGiB)
    .Then(said => said is { } memory ? memory : Configured(workbench, "max-mem-mb").Map(mb => mb / 1024));

Truth Offers(NodeGroup pool, double cpu, double memory) => pool.Offers().Is(all => all.Any(o => o.Fits(cpu, memory)));

bool MayFit(InstanceOffer offer, double cpu, double memory) => offer.Shape.VCpus >= cpu && offer.Shape.MemoryGiB >= memory;

// A node that runs shows how much room there is, unless the pool no longer allows its type.
Truth IsAllowed(KubeNode node, NodeGroup pool, double cpu, double memory) => !pool.OffersNothingElse()
    || (pool.Offers().Is(all => all.Any(o => MayFit(o, cpu, memory))) && pool.Offers().Is(all => node.Labels.Is(labels => all.Any(o => o.Type == labels["node.kubernetes.io/instance-type"]))));

Truth HasRoom(NodeGroup pool, Environment env, double cpu, double memory) => Offers(pool, cpu, memory)
    || env.NodesOf(pool).Any(node => IsAllowed(node, pool, cpu, memory) && node.RoomFor(cpu, memory).Is(sessions => sessions >= 1)) || !pool.OffersNothingElse();

Truth MayGrow(NodeGroup pool, double cpu, double memory) => pool.LimitOf("cpu").Is(limit => limit is not { } most || most >= cpu)
    && pool.LimitOf("memory").Is(limit => limit is not { } most || most >= memory);

Judgement Judge(Installation workbench, Environment env, double cpu, double memory) => Require(
    env.SessionPools().Any(pool => HasRoom(pool, env, cpu, memory) && MayGrow(pool, cpu, memory)),
    $"no instance type that {env.SessionPools()} may launch has room for the largest session of {workbench}: {cpu} CPUs, {memory} GiB")
    .About(env.SessionPools().Where(pool => !MayGrow(pool, cpu, memory)), "limits")
    .About(env.SessionPools().Where(pool => !HasRoom(pool, env, cpu, memory)), "requirements");

new Rule<Installation>
{
    Title = "Some allowed instance type can host the largest session",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Nodes",
    Statements = ["eks:49"],
    Why = "A session that no node can hold stays pending for ever, and its user sees no reason.",
    Fix = "Allow larger instance types in the node pool, or lower max-cpus and max-mem-mb in launcher.kubernetes.profiles.conf.",
    At = "files[launcher.kubernetes.profiles.conf].*.max-cpus, files[launcher.kubernetes.profiles.conf]",
    Check = (workbench, env) => LargestCpu(workbench, env).Value is { } cpu && LargestMemory(workbench, env).Value is { } memory
        ? Judge(workbench, env, cpu, memory)
        : Undecidable($"sessions of {workbench} may ask for any amount: neither launcher.kubernetes.profiles.conf nor parameter sessionProfile says what the largest takes", "sessionProfile"),
}
