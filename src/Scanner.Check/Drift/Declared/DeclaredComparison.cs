using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift.Declared;

/// <summary>Finds where something is not as it is declared. What a declaration leaves out, or says to be nothing, it does not say.</summary>
internal sealed class DeclaredComparison(DeclaredPair pair)
{
    /// <summary>Members whose values are amounts, which Kubernetes writes anew: <c>1000m</c> is <c>1</c>.</summary>
    private static readonly HashSet<string> s_amounts = new(["requests", "limits", "request", "capacity"], StringComparer.Ordinal);

    private readonly List<ValueDifference> _found = [];

    public static IReadOnlyList<ValueDifference> Compare(DeclaredPair pair, JsonElement declared, JsonElement live)
    {
        if (pair.Fit is Fit.Same) return ValueComparison.Compare(pair.Property, [declared], [live]);
        if (pair.Fit is Fit.Version && IsOfVersion(declared, live)) return [];
        var comparison = new DeclaredComparison(pair);
        comparison.Compare([new(pair.Property, null)], declared, live);
        return comparison._found;
    }

    private static bool IsOfVersion(JsonElement declared, JsonElement live) => declared.ValueKind is JsonValueKind.String && live.ValueKind is JsonValueKind.String
        && live.GetString()!.StartsWith($"{declared.GetString()}.", StringComparison.Ordinal);

    private void Compare(IReadOnlyList<PathStep> path, JsonElement declared, JsonElement? live)
    {
        switch (declared.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object when live is null or { ValueKind: JsonValueKind.Object }:
                foreach (var member in declared.EnumerateObject().Where(m => IsCompared(path, m.Name)).OrderBy(m => m.Name, StringComparer.Ordinal))
                    Compare([.. path, new(member.Name, null)], member.Value, live is { } there ? Canonical.Member(there, member.Name) : null);
                break;
            case JsonValueKind.Array when live is { ValueKind: JsonValueKind.Array } there:
                Elements(path, declared, there);
                break;
            case JsonValueKind.Array when declared.GetArrayLength() == 0:
                break;
            default:
                if (live is not { } other || !IsSame(path, declared, other)) Add(path, declared, live);
                break;
        }
    }

    /// <summary>Of a list's elements, only some members may be for the file to say.</summary>
    private bool IsCompared(IReadOnlyList<PathStep> path, string member) =>
        !Canonical.IsDerived(member) && (pair.Members.Count == 0 || path.Count != 2 || pair.Members.Contains(member, StringComparer.Ordinal));

    private void Elements(IReadOnlyList<PathStep> path, JsonElement declared, JsonElement live)
    {
        if (ElementIdentity.Of(declared, live) is not { } identity)
        {
            Unidentified(path, declared, live);
            return;
        }
        var (said, there) = (ElementIdentity.Index(declared, identity), ElementIdentity.Index(live, identity));
        foreach (var (name, element) in said.OrderBy(e => e.Key, StringComparer.Ordinal))
            if (there.TryGetValue(name, out var own)) Compare([.. path, new(identity, name)], element, own);
            else Add([.. path, new(identity, name)], element, null);
        if (pair.Fit is Fit.Whole)
            foreach (var (name, element) in there.Where(e => !said.ContainsKey(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal)) Add([.. path, new(identity, name)], null, element);
    }

    private void Unidentified(IReadOnlyList<PathStep> path, JsonElement declared, JsonElement live)
    {
        var (said, there) = (Canonical.Distinct(declared.EnumerateArray()).Values, Canonical.Distinct(live.EnumerateArray()).Values);
        var (missing, more) = (said.Where(d => !there.Any(l => Fits(d, l))).ToList(), pair.Fit is Fit.Whole ? there.Where(l => !said.Any(d => Fits(d, l))).ToList() : []);
        // one for another is one change
        if (missing is [var old] && more is [var now]) Add([.. path, PathStep.Some], old, now);
        else
        {
            foreach (var element in missing) Add([.. path, PathStep.Some], element, null);
            foreach (var element in more) Add([.. path, PathStep.Some], null, element);
        }
    }

    private bool Fits(JsonElement declared, JsonElement live)
    {
        var comparison = new DeclaredComparison(pair);
        comparison.Compare([new(pair.Property, null), PathStep.Some], declared, live);
        return comparison._found.Count == 0;
    }

    private static bool IsSame(IReadOnlyList<PathStep> path, JsonElement declared, JsonElement live)
    {
        if (Canonical.Of(declared) == Canonical.Of(live)) return true;
        if (declared.ValueKind is not JsonValueKind.String || live.ValueKind is not JsonValueKind.String) return false;
        var (said, there) = (declared.GetString()!, live.GetString()!);
        return path[^1].Member == "image" ? Image(said) == Image(there)
            : path.Any(p => s_amounts.Contains(p.Member)) && Quantity.Parse(said) is { } amount && Quantity.Parse(there) == amount;
    }

    /// <summary>Docker's own registry is meant where none is named.</summary>
    private static string Image(string image) => image.StartsWith("docker.io/", StringComparison.Ordinal) ? image["docker.io/".Length..] : image;

    private void Add(IReadOnlyList<PathStep> path, JsonElement? declared, JsonElement? live) => _found.Add(new(path, declared is { } said ? [said] : [], live is { } there ? [there] : []));
}
