using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Decides which values of a configuration are kept. In doubt one is not: a rule that needs it sees that it was not.</summary>
internal static partial class SecretValue
{
    public const string NotKept = Model.Configuration.NotKept;

    private const int ShortestRandom = 20;

    private static readonly string[] s_words = ["password", "passwd", "passphrase", "pwd", "secret", "token", "key", "credential", "args", "command", "environment"];

    private static readonly string[] s_places = ["-file", "-path", "-dir", "-directory"];

    [GeneratedRegex("(passwor[dt]|passwd|passphrase|pwd|secret|token|key|credential|pass|(?<![a-z0-9])(pw|pin))s?[\"']?\\s*[=:]|-----BEGIN", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Within { get; }

    [GeneratedRegex("sha256:[0-9a-f]{64}", RegexOptions.CultureInvariant)]
    private static partial Regex Digest { get; }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|eyJ[A-Za-z0-9_-]{8}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Token { get; }

    /// <summary>The value of a setting as it may be stored: free text under an unknown key is not kept either.</summary>
    public static string Kept(string key, string value) => UntoldValue.Read(value) is not null && !IsIn(value) ? value : KnownSettings.Has(key) || IsPlain(value) ? Harmless(key, value) : NotKept;

    /// <summary>The text, unless it may be secret.</summary>
    public static string Harmless(string key, string value)
    {
        if (value.Length == 0) return value;
        if (s_words.Any(w => key.Contains(w, StringComparison.OrdinalIgnoreCase)) && !IsPlace(key, value)) return NotKept;
        if (Within.IsMatch(value)) return NotKept;
        return value.Contains("://", StringComparison.Ordinal) ? PlainUri.Of(value) ?? NotKept : LooksRandom(value) || HasUserInfo(value) ? NotKept : value;
    }

    /// <summary>Whether a text that nobody checked when it was written holds a password, a token, or a user in an address.</summary>
    public static bool IsIn(string text) => Within.IsMatch(text) || HasUserInfo(text) || LooksRandom(text);

    /// <summary>A number, a switch or a size says nothing that could be secret, whatever it is called.</summary>
    private static bool IsPlain(string value) => value.Length == 0 || (value.Length <= 12 && (value is "true" or "false" or "yes" or "no" || value.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-')));

    /// <summary>Whether some word of the text is none that a person would write: a token, a hash, a generated password.</summary>
    public static bool LooksRandom(string text)
    {
        if (text.Length < ShortestRandom) return false;
        if (Token.IsMatch(text)) return true;
        var rest = text.Contains("sha256:", StringComparison.Ordinal) ? Digest.Replace(text, "") : text;
        for (var (start, i) = (0, 0); i <= rest.Length; i++)
        {
            if (i < rest.Length && (char.IsAsciiLetterOrDigit(rest[i]) || rest[i] is '+')) continue;
            if (i - start >= ShortestRandom && IsRandom(rest.AsSpan(start, i - start))) return true;
            start = i + 1;
        }
        return false;
    }

    /// <summary>Whether a word has <c>//</c>, or a name and a colon, and an <c>@</c> behind it; an image's digest stands behind an <c>@</c> too. An expression for it would look through a long word again for each of its colons.</summary>
    private static bool HasUserInfo(string text)
    {
        var isOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) isOpen = false;
            else if (isOpen && text[i] == '@' && string.CompareOrdinal(text, i + 1, "sha256:", 0, 7) != 0) return true;
            else if (i > 0 && ((text[i] == '/' && text[i - 1] == '/') || (text[i] == ':' && text[i - 1] is not (':' or '/') && !char.IsWhiteSpace(text[i - 1])))) isOpen = true;
        }
        return false;
    }

    /// <summary>Digits among letters, or letters without the repetitions that words have.</summary>
    private static bool IsRandom(ReadOnlySpan<char> word)
    {
        var entropy = Entropy(word);
        return word.ContainsAnyInRange('0', '9') ? entropy >= 2.8 && word.ContainsAnyExceptInRange('0', '9') : entropy >= 4.1;
    }

    /// <summary>In bits per character.</summary>
    private static double Entropy(ReadOnlySpan<char> word)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var c in word) counts[c]++;
        var entropy = 0.0;
        foreach (var count in counts)
            if (count > 0) entropy -= (double)count / word.Length * Math.Log2((double)count / word.Length);
        return entropy;
    }

    /// <summary>The place of a secret is none.</summary>
    private static bool IsPlace(string key, string value) =>
        value[0] == '/' && !value.Any(char.IsWhiteSpace) && s_places.Any(p => key.EndsWith(p, StringComparison.Ordinal)) && !LooksRandom(value);
}
