using System.Globalization;

namespace Scanner.Model;

/// <summary>What is sent: an IP protocol, and the destination port where the protocol has ports.</summary>
internal sealed record Traffic(int Protocol, int Port)
{
    private const int Icmp = 1, Tcp = 6, Udp = 17, IcmpV6 = 58;

    /// <summary>The ports that answers go back to: any that a client may have chosen.</summary>
    public const int FirstEphemeral = 1024, LastPort = 65535;

    public bool HasPorts => Protocol is Tcp or Udp;

    /// <summary>ICMP filters may name message types, which scans do not keep.</summary>
    public bool HasTypes => Protocol is Icmp or IcmpV6;

    /// <exception cref="ArgumentException">There is no such protocol or port.</exception>
    public static Traffic Of(string protocol, int port)
    {
        if (NumberOf(protocol) is not ({ } number and >= 0))
            throw new ArgumentException($"'{protocol}' is no IP protocol: use tcp, udp, icmp, icmpv6 or a number", nameof(protocol));
        var traffic = new Traffic(number, port);
        return traffic.HasPorts && port is < 0 or > LastPort ? throw new ArgumentException($"{port} is no port", nameof(port)) : traffic;
    }

    /// <summary>Whether a filter that names a protocol and ports speaks of this traffic.</summary>
    public Truth Matches(string protocol, int? from, int? to) => Matches(protocol, from, to, Port);

    /// <summary>The same for another port: that of an answer.</summary>
    public Truth Matches(string protocol, int? from, int? to, int port)
    {
        if (NumberOf(protocol) is not { } number) return Truth.Unknown(NetworkGap.Unsupported($"protocol {protocol}"));
        if (number == -1) return true;
        if (number != Protocol) return false;
        if (HasTypes) return from is null or -1 ? true : Truth.Unknown(NetworkGap.Unsupported("a filter on ICMP types"));
        return !HasPorts || from is null or -1 || (from <= port && port <= (to ?? from));
    }

    /// <summary>The traffic as security groups write it; answers go to a range of ports.</summary>
    public string Text(bool answers = false) =>
        !HasPorts ? Name : answers ? $"{Name}/{FirstEphemeral}-{LastPort}" : $"{Name}/{Port.ToString(CultureInfo.InvariantCulture)}";

    private string Name => Protocol switch
    {
        Icmp => "icmp", Tcp => "tcp", Udp => "udp", IcmpV6 => "icmpv6",
        _ => "protocol " + Protocol.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The number of a protocol, -1 for all; null where the text names none.</summary>
    private static int? NumberOf(string protocol) => protocol switch
    {
        "tcp" => Tcp,
        "udp" => Udp,
        "icmp" => Icmp,
        "icmpv6" => IcmpV6,
        "all" => -1,
        _ => int.TryParse(protocol, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n is >= -1 and <= 255 ? n : null,
    };
}
