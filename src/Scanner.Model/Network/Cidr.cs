using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;

namespace Scanner.Model;

/// <summary>A block of IPv4 or IPv6 addresses, or a single address as a block of one.</summary>
[JsonConverter(typeof(CidrJson))]
public readonly record struct Cidr : IShown
{
    private Cidr(UInt128 first, int prefix, bool isIpv6) => (First, Prefix, IsIpv6) = (first, prefix, isIpv6);

    /// <summary>The first address, as a number.</summary>
    internal UInt128 First { get; }

    /// <summary>The last address, as a number.</summary>
    internal UInt128 Last => First | HostMask(Prefix, IsIpv6);

    /// <summary>How many leading bits the addresses share.</summary>
    public int Prefix { get; }

    public bool IsIpv6 { get; }

    /// <summary>The block that <paramref name="text"/> writes (<c>10.0.0.0/16</c>, <c>10.0.0.7</c>), or null if it writes none.</summary>
    public static Cidr? Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (!IPAddress.TryParse(slash < 0 ? text : text.AsSpan(0, slash), out var address)) return null;
        var isIpv6 = address.AddressFamily is AddressFamily.InterNetworkV6;
        var bits = isIpv6 ? 128 : 32;
        var prefix = bits;
        if (slash >= 0 && !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix)) return null;
        return prefix > bits ? null : new(Number(address) & ~HostMask(prefix, isIpv6), prefix, isIpv6);
    }

    public bool Contains(Cidr other) => IsIpv6 == other.IsIpv6 && Prefix <= other.Prefix && First <= other.First && other.Last <= Last;

    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    public override string ToString()
    {
        var address = IsIpv6 ? new IPAddress(Bytes(First, 16)) : new IPAddress(Bytes(First, 4));
        return Prefix == (IsIpv6 ? 128 : 32) ? address.ToString() : $"{address}/{Prefix}";
    }

    string IShown.Show() => ToString();

    private static UInt128 HostMask(int prefix, bool isIpv6)
    {
        var host = (isIpv6 ? 128 : 32) - prefix;
        return host == 128 ? UInt128.MaxValue : (UInt128.One << host) - 1;
    }

    private static UInt128 Number(IPAddress address)
    {
        UInt128 number = 0;
        foreach (var part in address.GetAddressBytes()) number = (number << 8) | part;
        return number;
    }

    private static byte[] Bytes(UInt128 number, int count)
    {
        var bytes = new byte[count];
        for (var i = count - 1; i >= 0; i--, number >>= 8) bytes[i] = (byte)(number & 0xff);
        return bytes;
    }
}
