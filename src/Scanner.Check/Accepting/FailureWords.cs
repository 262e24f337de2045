using Scanner.Model.Findings;

namespace Scanner.Check.Accepting;

/// <summary>What a failure is about: its subject, and whatever its message, its related resources and its network path name as whole words.</summary>
internal sealed class FailureWords(Finding failure)
{
    private readonly string _text = string.Join(' ', [failure.Message?.ToString() ?? "", .. failure.Related.Select(r => r.Id), .. Path(failure)]);

    /// <param name="id">A resource's id.</param>
    /// <param name="name">What its people call it.</param>
    public bool Concern(string id, string name) => id == failure.SubjectId || Names(id) || (name != id && Names(name));

    private bool Names(string word)
    {
        if (word.Length < 3) return false;
        for (var at = _text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (IsEdge(at - 1) && IsEdge(at + word.Length)) return true;
        return false;
    }

    private bool IsEdge(int at) => at < 0 || at >= _text.Length || !(char.IsLetterOrDigit(_text[at]) || _text[at] is '-' or '_');

    /// <summary>What stops the traffic; all that lets it through is another matter.</summary>
    private static IEnumerable<string> Path(Finding failure) =>
        failure.Path?.Hops.AsEnumerable().Where(h => h.Admits is not true).Select(h => $"{h.Element} {h.Text}") ?? [];
}
