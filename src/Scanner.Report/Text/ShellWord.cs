using System.Buffers;

namespace Scanner.Report.Text;

/// <summary>A word of a command that people will copy into a shell: nothing in a resource's name is run.</summary>
internal static class ShellWord
{
    private static readonly SearchValues<char> s_bare =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=@%+,-");

    public static string Of(string text)
    {
        var word = PlainText.Of(text);
        return word.Length > 0 && word[0] != '-' && !word.AsSpan().ContainsAnyExcept(s_bare)
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }
}
