using System.Collections.Concurrent;
using System.Text;

namespace Scanner.Model;

/// <summary>
/// Answers without their paths, each worked out once for all places that nothing tells apart: the same subnet, the same groups, and
/// addresses that no rule, entry or route divides. So their cost grows with these, and not with hosts times databases.
/// </summary>
internal sealed class Answers(Environment environment, Func<NetworkEndpoint, Layout> layoutOf, Func<NetworkEndpoint, NetworkEndpoint, Traffic, Truth> ask)
{
    private readonly Lazy<Atoms> _atoms = new(() => new(environment));
    private readonly ConcurrentDictionary<(string From, string To, Traffic Traffic), Truth> _known = [];
    private readonly ConcurrentDictionary<object, string?> _ofNouns = [];

    public Truth Of(NetworkEndpoint from, NetworkEndpoint to, Traffic traffic)
    {
        if (ReferenceEquals(from.Noun, to.Noun) || ClassOf(from) is not { } client || ClassOf(to) is not { } server) return ask(from, to, traffic);
        if (_known.TryGetValue((client, server, traffic), out var known)) return known;
        var answer = ask(from, to, traffic);
        // what is not known names whom it is not known of
        return answer.IsUnknown ? answer : _known.GetOrAdd((client, server, traffic), answer);
    }

    private string? ClassOf(NetworkEndpoint endpoint) => _ofNouns.GetOrAdd(endpoint.Noun, _ => Describe(layoutOf(endpoint)));

    /// <summary>All that an answer depends on; null where something of it was not read, or depends on more.</summary>
    private string? Describe(Layout layout) => layout switch
    {
        Layout.At at => Describe(at.Place),
        Layout.Each each => Describe("each", each.Parts),
        Layout.OneOf one => Describe("one", one.Parts),
        Layout.Nearest near => Describe("near", near.Parts),
        _ => null,
    };

    private string? Describe(string kind, IEnumerable<Layout> parts)
    {
        var described = parts.Select(Describe).ToList();
        return described.Contains(null) ? null : $"{kind}({string.Join(";", described)})";
    }

    private string? Describe(Placement place)
    {
        if (place.IsOutside || place.Floats is not null || place.SubnetRef is not { IsKnown: true } subnet || !place.Groups.IsKnown || place.HasPublicAddress.IsUnknown || place.ResolvesPublicly.IsUnknown) return null;
        var text = new StringBuilder(subnet.Value.Id).Append('|').AppendJoin(',', place.Groups.Value.Select(g => g.Id)).Append('|')
            .Append(place.HasPublicAddress.IsTrue).Append(place.ResolvesPublicly.IsTrue).Append(place.MayLackGroups);
        return Add(text, place.Ipv4) && Add(text, place.Ipv6) ? text.ToString() : null;
    }

    private bool Add(StringBuilder text, Addresses addresses)
    {
        if (addresses.Unread is not null || (addresses.Present.IsUnknown && !addresses.IsIpv6)) return false;
        text.Append('|').Append(addresses.Present.IsTrue ? '+' : addresses.Present.IsFalse ? '-' : '?');
        foreach (var block in addresses.Blocks)
            text.Append(' ').Append(_atoms.Value.Of(block) is { } atom ? $"#{atom}" : block.ToString());
        return true;
    }
}
