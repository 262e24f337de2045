using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Recognises the launcher's session pods and what they run. Commands and tags are looked at; of them stays only what says that.</summary>
internal static partial class Sessions
{
    /// <summary>The variable by which the session components know what they are for.</summary>
    public const string TypeVariable = "PWB_SESSION_TYPE";

    [GeneratedRegex(@"(?<![\w-])(?<ide>rsession|jupyter-session|vscode-session|positron-session)-run(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Program { get; }

    // a tag that people wrote, such as a title, holds other words or a colon
    [GeneratedRegex(@"^(?=.*(rstudio|jupyter|vscode|positron))(code|ide|jupyter|jupyterlab|lab|notebook|positron|pro|r|rstudio|session|vs|vscode|workbench)(-(code|ide|jupyter|jupyterlab|lab|notebook|positron|pro|r|rstudio|session|vs|vscode|workbench))*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SaysWhatRuns { get; }

    public static bool Is(ObjectField pod) => !pod["metadata"].Present["labels"]["launcher-instance-id"].IsAbsent
        || pod["metadata"]["labels"]["posit.team/component"].Text == "workbench-session" // Posit's Team Operator
        || pod["spec"]["containers"].Present.List.Any(c => c["name"].Text == "rs-launcher-container"); // a launcher without an instance id writes no label

    /// <summary>What a session runs; null for what is none.</summary>
    public static Fact<Ide?> Ide(Answer<ObjectField> pod)
    {
        var told = pod.Optional(p => Is(p) ? Told(p) : null);
        return told.IsKnown && told.Value is null && pod.Map(Is).Value ? new(Untold(pod.Evidence)) : told;
    }

    public static IEnumerable<string> Tags(ObjectField pod) => Is(pod) ? AllTags(pod).Where(t => SaysWhatRuns.IsMatch(t)).Distinct().Order(StringComparer.Ordinal) : [];

    /// <summary>The most trusted source that says anything decides; null where none does, or it contradicts itself or says what nobody here knows.</summary>
    private static Ide? Told(ObjectField pod)
    {
        // rstudio-ide stands behind the other tags, because nothing says that only RStudio sessions bear it
        IEnumerable<Ide?>[] sources = [Variables(pod), Specific(pod), AllTags(pod).Where(t => t == "rstudio-ide").Select(_ => (Ide?)Model.Ide.RStudio), Programs(pod)];
        return sources.Select(s => s.Distinct().ToList()).FirstOrDefault(s => s.Count > 0) is [var one] ? one : null;
    }

    /// <summary>Whether the session components know the type.</summary>
    public static bool IsType(string value) => OfType(value) is not null;

    /// <summary>A type that comes from elsewhere is there, and only not to be seen.</summary>
    private static IEnumerable<Ide?> Variables(ObjectField pod) => pod["spec"]["initContainers"].List.Concat(pod["spec"]["containers"].List)
        .SelectMany(c => c["env"].List).Where(v => v["name"].Text == TypeVariable && !(v["value"].Text is null && v["valueFrom"].IsAbsent)).Select(v => OfType(v["value"].Text));

    private static Ide? OfType(string? type) => type switch
    {
        "rstudio" => Model.Ide.RStudio,
        "jupyter" => Model.Ide.Jupyter,
        "vscode" => Model.Ide.VsCode,
        "positron" => Model.Ide.Positron,
        "adhoc" => Model.Ide.Job,
        _ => null,
    };

    private static IEnumerable<Ide?> Specific(ObjectField pod) => AllTags(pod).Where(t => !t.Contains(':', StringComparison.Ordinal)).Select(t => t switch
    {
        "rstudio-r-session" => Model.Ide.RStudio,
        "rstudio-vscode-session" => Model.Ide.VsCode,
        _ when t.Contains("jupyter", StringComparison.Ordinal) => Model.Ide.Jupyter,
        _ when t.Contains("positron", StringComparison.Ordinal) => Model.Ide.Positron,
        _ => (Ide?)null,
    }).Where(ide => ide is not null);

    private static IEnumerable<Ide?> Programs(ObjectField pod) => pod["spec"]["containers"].List
        .SelectMany(c => c["command"].List.Concat(c["args"].List)).SelectMany(word => Program.Matches(word.Text ?? "")).Select(m => m.Groups["ide"].Value switch
        {
            "rsession" => Model.Ide.RStudio,
            "jupyter-session" => Model.Ide.Jupyter,
            "vscode-session" => Model.Ide.VsCode,
            _ => (Ide?)Model.Ide.Positron,
        });

    private static IEnumerable<string> AllTags(ObjectField pod) => pod["metadata"]["annotations"] is var all
        ? all.Names.Where(n => n.StartsWith("USER_TAG_", StringComparison.Ordinal)).Select(n => all[n].Text ?? "") : [];

    private static Gap Untold(Evidence asked) => new(asked.Scope, nameof(Pod), asked.Action, GapCause.Undecidable,
        "neither PWB_SESSION_TYPE, nor the launcher's tags (USER_TAG_*), nor the command says, or one of them says several, what the session runs",
        new(RemedyKind.Flag, "set components.enabled of the chart, so that PWB_SESSION_TYPE says what sessions run"));
}
