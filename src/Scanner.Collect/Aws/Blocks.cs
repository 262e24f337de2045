using System.Runtime.CompilerServices;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Blocks of addresses in answers; one that cannot be read was not said.</summary>
internal static class Blocks
{
    public static Cidr Need(string? text, [CallerArgumentExpression(nameof(text))] string path = "") => Wire.Need(Cidr.Parse(Wire.Need(text, path)), path);
}
