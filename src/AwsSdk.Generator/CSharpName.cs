using System.Linq;
using System.Text;

namespace Scanner.AwsSdk.Generator;

/// <summary>The identifiers that the official packages use.</summary>
internal static class CSharpName
{
    public static bool IsValid(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <summary>The constant of an enumeration's value: <c>us-east-1</c> is <c>UsEast1</c>, <c>arm64_mac</c> is <c>Arm64_mac</c>.</summary>
    public static string OfConstant(string value)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var c in value)
        {
            var isPart = char.IsLetterOrDigit(c) || c == '_';
            if (isPart) name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = !isPart;
        }
        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }
}
