using System.Globalization;

namespace Scanner.Model;

/// <summary>How values read in messages.</summary>
internal static class Shown
{
    public static string Of<T>(T value) => value switch
    {
        null => "none",
        IShown shown => shown.Show(),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
