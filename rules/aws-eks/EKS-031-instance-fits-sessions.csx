Fact<double?> Cpu(Environment env) => env.Parameters.SessionProfile.Map(profile => profile.AverageCpu);

Fact<double?> Memory(Environment env) => env.Parameters.SessionProfile.Map(profile => profile.AverageMemoryGiB);

bool Suits(int sessions) => sessions == 2 || sessions == 3;

Judgement Running(NodeGroup pool, Fact<int?> room) => Require(
    room.Is(sessions => Suits(sessions!.Value)), $"a node of {pool} has room for {room} average sessions, not for two or three");

Judgement Allowed(NodeGroup pool, Fact<Items<InstanceOffer>> offers, double cpu, double memory)
{
    if (offers.Is(all => !all.Any(o => Suits(o.Sessions(cpu, memory))))) return Require(!pool.OffersNothingElse(), $"none of the instance types that {pool} may launch has room for two or three average sessions");
    return offers.Is(all => all.All(o => Suits(o.Sessions(cpu, memory))))
        ? Require(pool.OffersNothingElse(), $"{pool} may launch other types").Note($"no node of {pool} runs now, so that the allowed types tell: {offers}")
        : Undecidable($"no node of {pool} runs now, and of the types that it may launch some have room for two or three average sessions, others not", "which instance types sessions run on");
}

// Nodes of types that the pool no longer allows are on their way out.
Truth AllowsNoneThatSuits(NodeGroup pool, double cpu, double memory) => pool.OffersNothingElse() && pool.Offers().Is(all => !all.Any(o => Suits(o.Sessions(cpu, memory))));

Judgement Judge(NodeGroup pool, Environment env, double cpu, double memory) => AllowsNoneThatSuits(pool, cpu, memory)
    ? Allowed(pool, pool.Offers(), cpu, memory)
    : env.TypicalRoom(pool, cpu, memory).Is(room => room != null)
        ? Running(pool, env.TypicalRoom(pool, cpu, memory))
        : Allowed(pool, pool.Offers(), cpu, memory);

new Rule<NodeGroup>
{
    Title = "Session instance types fit two or three average sessions",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS EKS, Nodes",
    Statements = ["eks:47"],
    Why = "On smaller nodes each session waits for a node of its own; on larger ones, one forgotten session keeps much that is idle.",
    Fix = "Narrow the instance sizes of the node pool to those with room for two or three average sessions.",
    At = "requirements",
    AppliesTo = (pool, env) => env.SessionPools().Any(p => p.Id == pool.Id),
    Check = (pool, env) => Cpu(env).Value is { } cpu && Memory(env).Value is { } memory
        ? Judge(pool, env, cpu, memory)
        : Undecidable($"parameter sessionProfile does not say what an average session takes (avgCpu, avgMemGiB)", "sessionProfile"),
}
