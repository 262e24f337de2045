using System.Globalization;

namespace Scanner.Model;

/// <summary>What only the user can say, from scanner.yaml or <c>--param name=value</c>. What is not set is a gap that names the parameter.</summary>
public sealed partial class Parameters
{
    private readonly StringMap _values;

    internal Parameters(StringMap values) => _values = values;

    internal static Parameters None { get; } = new(StringMap.Empty);

    internal StringMap Values => _values;

    /// <summary>Architecture keys that win over what is detected.</summary>
    public Fact<Items<string>> Architecture => List("architecture");

    /// <summary>The oldest ParallelCluster that will do; 3.8.0 unless set.</summary>
    public SemanticVersion MinParallelCluster => _values["minParallelCluster"] is { } text ? SemanticVersion.Parse(text) ?? throw new FormatException($"minParallelCluster: {text}") : new(3, 8, 0, "");

    /// <summary>The RDS identifier of Workbench's metadata database.</summary>
    public Fact<string> WorkbenchDatabase => Text("workbenchDatabase");

    /// <summary>The RDS identifier of Slurm's accounting database.</summary>
    public Fact<string> AccountingDatabase => Text("accountingDatabase");

    /// <summary>Whether the user names the metadata database at all.</summary>
    public bool NamesWorkbenchDatabase => _values["workbenchDatabase"] is not null;

    /// <summary>Whether the user names the accounting database at all.</summary>
    public bool NamesAccountingDatabase => _values["accountingDatabase"] is not null;

    /// <summary>Ports that Workbench listens on beside 8787 and 443.</summary>
    public Fact<Items<int>> WorkbenchPorts => List("workbenchPorts").Map(ports => ports.Select(p => int.Parse(p, CultureInfo.InvariantCulture)));

    /// <summary>Names or ARNs of the load balancers that users come in through.</summary>
    public Fact<Items<string>> EntryLoadBalancers => List("entryLoadBalancers");

    /// <summary>Host names that users type; hops for other host names are left out.</summary>
    public Fact<Items<string>> WorkbenchHostnames => List("workbenchHostnames");

    /// <summary>Where homes are mounted; <c>/home</c> unless set.</summary>
    public string HomeMountPath => _values["homeMountPath"] is { } path ? MountPath.Normalize(path) : "/home";

    /// <summary>Whether the user says where homes are mounted.</summary>
    internal bool SaysHomeMountPath => _values["homeMountPath"] is not null;

    /// <summary>The oldest Kubernetes that will do; 1.30 unless set.</summary>
    public SemanticVersion MinKubernetes => _values["minKubernetes"] is { } text ? SemanticVersion.Parse(text) ?? throw new FormatException($"minKubernetes: {text}") : new(1, 30, 0, "");

    /// <summary>Patterns (<c>*</c>, <c>?</c>) of images that are Workbench's server, beside Posit's own; none unless set.</summary>
    public Items<string> WorkbenchImages => List("workbenchImages") is { IsKnown: true } patterns ? patterns.Value : [];

    /// <summary>The names of those of Workbench's files that lie in Secrets, where neither pods nor files tell.</summary>
    public Fact<Items<string>> WorkbenchSecretFiles => List("workbenchSecretFiles");

    /// <summary>The Karpenter node pool that sessions are meant for; null unless set, so that the taint tells.</summary>
    public string? SessionNodePool => _values["sessionNodePool"];

    /// <summary>The taint of session nodes; <c>workload=sessions:NoSchedule</c> unless set.</summary>
    public Taint SessionTaint => _values["sessionTaint"] is { } text ? Taint.Parse(text) ?? throw new FormatException($"sessionTaint: {text}") : new("workload", "sessions", "NoSchedule");

    /// <summary>Whether sessions may also run in the server's own pods; false unless set.</summary>
    public bool AllowLocalSessions => _values["allowLocalSessions"] == "true";

    private Fact<string> Text(string name) => _values[name] is { } text ? new(text, Evidence.Derived) : new(Unset(name));

    private Fact<Items<string>> List(string name) => Text(name).Map(Split);

    private Fact<int> Number(string name) => Text(name).Map(text => int.Parse(text, CultureInfo.InvariantCulture));

    private Fact<bool> Switch(string name) => Text(name).Map(text => text == "true");

    private int Number(string name, int unset) => _values[name] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : unset;

    private string Text(string name, string unset) => _values[name] ?? unset;

    private Items<string> List(string name, Items<string> unset) => _values[name] is { } text ? Split(text) : unset;

    private static Items<string> Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToItems();

    private static Gap Unset(string name) => new("", "", name, GapCause.Unset, $"parameter {name} is not set", new(RemedyKind.Parameter, name));
}
