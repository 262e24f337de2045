bool IsCommon(string family) => family is "c6i" or "c7i" or "m6i" or "m7i" or "r6i" or "r7i";

// Memory for each CPU comes in steps of 2, 4 and 8 GiB; one step more than needed is still well.
bool Suits(InstanceOffer offer, double needed)
{
    var given = offer.Shape.MemoryGiB / offer.Shape.VCpus;
    var step = needed <= 2 ? 2 : needed <= 4 ? 4 : 8;
    return given >= needed && given <= 2 * step;
}

Judgement Ratio(NodeGroup pool, double needed) => Require(
        pool.Offers().Is(all => all.Any(o => Suits(o, needed))) || !pool.OffersNothingElse(),
        $"sessions need {needed} GiB for each CPU, and no instance type that {pool} may launch has that, or not much more: {pool.Offers()}")
    .NoteIf(pool.Offers().Is(all => all.Any(o => !Suits(o, needed))), $"not all types that {pool} may launch suit sessions that need {needed} GiB for each CPU");

Judgement ByProfile(NodeGroup pool, SessionProfile profile) => profile.AverageCpu is { } cpu && profile.AverageMemoryGiB is { } memory ? Ratio(pool, Math.Round(memory / cpu, 2)) : Pass();

Judgement Chosen(NodeGroup pool) => Require(pool.ChoosesInstances(), $"{pool} requires nothing of its instance types: {pool.Requirements}");

new Rule<NodeGroup>
{
    Title = "Instance families are chosen explicitly, by memory for each core",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS EKS, Nodes",
    Statements = ["eks:49", "eks:51"],
    Why = "Without a choice, Karpenter takes what is cheapest for the pods that wait, and sessions run on another kind of processor every day.",
    Fix = "List families or types in the node pool that match the sessions' memory for each CPU: c has 2 GiB, m 4, r 8.",
    At = "requirements",
    AppliesTo = (pool, env) => env.SessionPools().Any(p => p.Id == pool.Id),
    Check = (pool, env) => (env.Parameters.GivesSessionProfile ? Chosen(pool).And(ByProfile(pool, env.Parameters.SessionProfile.Value)) : Chosen(pool))
        .NoteIf(
            pool.Offers().Is(all => all.Any(o => !IsCommon(o.Family) && !env.Parameters.ExtraFamilies.Contains(o.Family))),
            $"{pool} may launch families besides c6i, c7i, m6i, m7i, r6i and r7i"),
}
