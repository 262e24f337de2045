namespace Scanner.Model;

/// <summary>The addresses of one family that a place has, or may have.</summary>
/// <param name="IsIpv6">The family.</param>
/// <param name="Present">Whether it has an address of that family at all.</param>
/// <param name="Blocks">Where its addresses are.</param>
/// <param name="Unread">What would tell them, where <paramref name="Blocks"/> is only everything possible.</param>
internal sealed record Addresses(bool IsIpv6, Truth Present, Items<Cidr> Blocks, Source? Unread = null)
{
    private static readonly Items<Cidr> s_ipv4 = [Cidr.Parse("0.0.0.0/0")!.Value], s_ipv6 = [Cidr.Parse("::/0")!.Value];

    public string Text => Unread is not null ? "an address that was not read"
        : Blocks.Count > 3 ? $"{Blocks[0]} and {Blocks.Count - 1} more" : Blocks.ToString();

    public static Addresses None(bool isIpv6) => new(isIpv6, false, []);

    /// <summary>Somewhere: a filter that admits every address still admits it.</summary>
    public static Addresses Anywhere(bool isIpv6, Source unread) => new(isIpv6, Truth.Unknown(unread), isIpv6 ? s_ipv6 : s_ipv4, unread);

    /// <summary>Exactly these.</summary>
    public static Addresses Exactly(bool isIpv6, Items<string> texts)
    {
        if (texts.IsEmpty) return None(isIpv6);
        var blocks = texts.Select(Cidr.Parse);
        return blocks.Any(b => b is null || b.Value.IsIpv6 != isIpv6).IsTrue
            ? Anywhere(isIpv6, NetworkGap.Unsupported($"the address {texts}"))
            : new(isIpv6, true, blocks.Select(b => b!.Value));
    }

    /// <summary>Whether all, none or only some of them lie in blocks that may touch each other.</summary>
    public Truth CoveredBy(List<Cidr> blocks, Func<Gap> partly)
    {
        var merged = Merge(blocks);
        var all = true;
        var some = false;
        foreach (var own in Blocks)
        {
            var touching = merged.FindAll(m => m.First <= own.Last && own.First <= m.Last);
            some |= touching.Count > 0;
            all &= touching is [var one] && one.First <= own.First && own.Last <= one.Last;
        }
        return all == some ? all : Truth.Unknown(Unread ?? partly());
    }

    /// <summary>One address of every stretch that no boundary of <paramref name="blocks"/> divides: what holds there holds everywhere.</summary>
    public IEnumerable<UInt128> Samples(IEnumerable<Cidr> blocks)
    {
        var samples = new SortedSet<UInt128>();
        foreach (var own in Blocks) samples.Add(own.First);
        foreach (var cut in blocks.Where(b => b.IsIpv6 == IsIpv6))
        {
            foreach (var own in Blocks)
            {
                if (own.First < cut.First && cut.First <= own.Last) samples.Add(cut.First);
                if (own.First <= cut.Last && cut.Last < own.Last) samples.Add(cut.Last + 1);
            }
        }
        return samples;
    }

    private List<(UInt128 First, UInt128 Last)> Merge(List<Cidr> blocks)
    {
        var merged = new List<(UInt128 First, UInt128 Last)>();
        foreach (var block in blocks.Where(b => b.IsIpv6 == IsIpv6).OrderBy(b => b.First).ThenByDescending(b => b.Last))
        {
            var touches = merged.Count > 0 && (block.First <= merged[^1].Last || block.First - 1 == merged[^1].Last);
            if (!touches) merged.Add((block.First, block.Last));
            else if (block.Last > merged[^1].Last) merged[^1] = (merged[^1].First, block.Last);
        }
        return merged;
    }
}
