using Scanner.Collect.Workbench;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Workbench;

/// <summary>One configuration file of the user's, and where its keys stand.</summary>
internal sealed class WorkbenchFile
{
    private readonly DeclaredText _text;
    private readonly IReadOnlyList<SettingPlace> _places;

    private WorkbenchFile(DeclaredText text, string name, ConfigurationReading reading)
    {
        (_text, _places, Content) = (text, reading.Places, reading.Kept);
        // what stands in its first line nobody asked for, and it may be a secret
        Whole = text.At(1) with { Snippet = name };
        Places = [($"files[{name}]", Whole), .. reading.Places.Select(p => ($"files[{name}].{p.Path}", At(p)))];
    }

    public ConfigurationFile Content { get; }

    /// <summary>The file as a whole.</summary>
    public SourceLocation Whole { get; }

    /// <summary>As <c>files[rserver.conf].www-port</c>, <c>files[launcher.conf].cluster[Slurm].type</c>.</summary>
    public IReadOnlyList<(string Property, SourceLocation Place)> Places { get; }

    /// <exception cref="DeclaredException">It cannot be read.</exception>
    public static WorkbenchFile Read(DeclaredInput input)
    {
        var name = Path.GetFileName(input.Path);
        if (!ConfigurationText.IsConfiguration(name)) throw new DeclaredException($"{input.Name}: {Unread(name)}");
        return Of(DeclaredText.Read(input.Path, input.Name, ConfigurationText.Largest), name);
    }

    /// <exception cref="DeclaredException">It cannot be read.</exception>
    public static WorkbenchFile Of(DeclaredText text, string name)
    {
        PlainCharacters.Check(text);
        var reading = ConfigurationText.Read(name, text.Text);
        return reading.Problem is { } problem ? throw Error(text, name, problem) : new(text, name, reading);
    }

    /// <summary>Tells of keys that are neither of those that a rule may ask for, nor secrets.</summary>
    public void TellUnknown(DeclaredSink sink)
    {
        foreach (var place in _places.Where(p => !KnownSettings.Has(p.Key) && !SecretNames.Has(p.Key))) sink.Unknown(At(place), place.Path);
    }

    private SourceLocation At(SettingPlace place)
    {
        var at = _text.At(place.Line, place.Column, place.EndColumn);
        return place.IsKept ? at : at with { Snippet = $"{place.Key} ***" };
    }

    /// <summary>A line of such a file that is no key may be part of a password.</summary>
    private static DeclaredException Error(DeclaredText text, string name, (int Line, int Column, string What) problem) => name == "database.conf"
        ? new($"{text.Name}:{problem.Line}:{problem.Column}: {problem.What}: ***")
        : text.Error(problem.Line, problem.Column, problem.What);

    private static string Unread(string name) => name == "launcher-env"
        ? "holds environment variables, which may be secret and are not read"
        : "no configuration file of Workbench has this name; expected rserver.conf, launcher.conf, launcher.*.conf, rsession.conf, jupyter.conf, vscode.conf, positron.conf, database.conf, load-balancer, profiles or launcher-mounts";
}
