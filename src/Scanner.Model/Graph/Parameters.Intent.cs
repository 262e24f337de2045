namespace Scanner.Model;

/// <remarks>What is wanted, where the reference architectures leave a choice.</remarks>
public sealed partial class Parameters
{
    /// <summary><c>production</c> unless set, or <c>poc</c>.</summary>
    public bool IsProduction => Text("environmentKind", "production") == "production";

    /// <summary>Where Workbench's shared storage is to be; <c>/home/rstudio/shared-storage</c> unless set.</summary>
    public string SharedStoragePath => MountPath.Normalize(Text("sharedStoragePath", "/home/rstudio/shared-storage"));

    /// <summary>Where a ParallelCluster's Workbench takes its configuration from; <c>/opt/rstudio</c> unless set.</summary>
    public string WorkbenchConfigDir => MountPath.Normalize(Text("workbenchConfigDir", "/opt/rstudio"));

    /// <summary>The hosts that run Workbench, by instance id, name or <c>tag=value</c>.</summary>
    public Fact<Items<string>> WorkbenchHosts => List("workbenchHosts");

    /// <summary><c>internet-facing</c> unless set, or <c>internal</c>.</summary>
    public string IngressScheme => Text("ingressScheme", "internet-facing");

    /// <summary>Which edition of the reference decides on subnets: <c>001</c> unless set, or <c>000</c>, which wants a public one.</summary>
    public string NetworkingProfile => Text("networkingProfile", "001");

    /// <summary>What users are to work with: <c>rstudio</c>, <c>jupyterlab</c>, <c>notebook</c>, <c>vscode</c>, <c>positron</c>; the first, second and fourth unless set.</summary>
    public Items<string> RequiredIdes => List("requiredIdes", ["rstudio", "jupyterlab", "vscode"]);

    /// <summary>The versions of R that sessions need.</summary>
    public Fact<Items<string>> RequiredRVersions => List("requiredRVersions");

    /// <summary>Whether the user says which versions of R or Python sessions need.</summary>
    public bool NamesVersions => _values["requiredRVersions"] is not null || _values["requiredPythonVersions"] is not null;

    /// <summary>The versions of Python that sessions need.</summary>
    public Fact<Items<string>> RequiredPythonVersions => List("requiredPythonVersions");

    /// <summary>Editions of Workbench with the day of their release, e.g. <c>2026.08=2026-08-12</c>, in the place of those that are shipped.</summary>
    public Fact<Items<string>> SupportedWorkbenchEditions => List("supportedWorkbenchEditions");

    /// <summary>Paths that are to be the same wherever sessions run; <c>/home</c> unless set.</summary>
    public Items<string> SharedPaths => List("sharedPaths", ["/home"]).Select(MountPath.Normalize);

    /// <summary>Whether session nodes may be of family t3; false unless set.</summary>
    public bool AllowT3 => Text("allowT3", "false") == "true";

    /// <summary>Instance families for sessions besides the common ones; none unless set.</summary>
    public Items<string> ExtraFamilies => List("extraFamilies", []);

    /// <summary>Where administrators come from.</summary>
    public Fact<Items<Cidr>> AdminCidrs => List("adminCidrs").Map(Blocks);

    /// <summary>Whether the user says where administrators come from.</summary>
    public bool NamesAdminCidrs => _values["adminCidrs"] is not null;

    /// <summary>Whether the user says where users come from.</summary>
    public bool NamesUserCidrs => _values["userCidrs"] is not null;

    /// <summary>Where users come from.</summary>
    public Fact<Items<Cidr>> UserCidrs => List("userCidrs").Map(Blocks);

    /// <summary>The tag that names what fails together, where that is no zone; null unless set.</summary>
    public string? FailureDomain => _values["failureDomain"];

    /// <summary>What the work demands of storage: <c>extreme-throughput</c>, <c>scale-out</c>, <c>latency</c>, <c>small-files</c>, <c>budget</c>, <c>elastic</c>.</summary>
    public Fact<Items<string>> Workload => List("workload");

    /// <summary>Where jobs read and write their data.</summary>
    public Fact<Items<string>> WorkPaths => List("workPaths").Map(paths => paths.Select(MountPath.Normalize));

    /// <summary>Whether there is NetApp storage already that the work depends on.</summary>
    public Fact<bool> ExistingNetApp => Switch("existingNetApp");

    /// <summary>The operating systems of those who use the data: <c>linux</c>, <c>windows</c>, <c>macos</c>.</summary>
    public Fact<Items<string>> ClientOs => List("clientOs");

    /// <summary>Whether jobs need licences that the scheduler must count; false unless set.</summary>
    public bool LicensesRequired => Text("licensesRequired", "false") == "true";

    /// <summary>Whether queues may keep nodes that nobody uses, such as reserved ones; false unless set.</summary>
    public bool StaticNodesAllowed => Text("staticNodesAllowed", "false") == "true";

    /// <summary>Hosts outside the cluster that jobs are submitted from.</summary>
    public Fact<Items<string>> SubmitHosts => List("submitHosts");

    /// <summary>The hosts that the user says run Workbench; none where none are named.</summary>
    public Items<string> NamedWorkbenchHosts => List("workbenchHosts", []);

    /// <summary>The versions of R that the user names; none where none are.</summary>
    public Items<string> NamedRVersions => List("requiredRVersions", []);

    /// <summary>The versions of Python that the user names; none where none are.</summary>
    public Items<string> NamedPythonVersions => List("requiredPythonVersions", []);

    /// <summary>Whether the user names hosts outside the cluster that jobs are submitted from.</summary>
    public bool NamesSubmitHosts => _values["submitHosts"] is not null;

    private static Items<Cidr> Blocks(Items<string> texts) => texts.Select(text => Cidr.Parse(text) ?? throw new FormatException($"{text} is no block of addresses"));
}
