using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>Finds the Workbench installations of a Kubernetes cluster.</summary>
internal static partial class Installations
{
    /// <summary>The repositories that Posit publishes Workbench's server image in, and copies of them that keep the name.</summary>
    [GeneratedRegex(@"(^|/)(rstudio-workbench|posit-workbench|(posit|rstudio|posit-dev)/workbench)(-preview)?(:|@|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ServerImage { get; }

    internal static ResourceSet<Installation> InstallationsOf(Environment environment)
    {
        if (!environment.IsKubernetes) return new([], null);
        var servers = environment.Of<Workload>().Where(w => IsServer(w, environment.Parameters) || (MountsConfiguration(environment, w) && Truth.Unknown(Unrecognised(w))));
        return new([.. servers.Members.OrderBy(m => m.Item.Key, StringComparer.Ordinal).Select(m => new Member<Installation>(new(environment, m.Item), m.Doubt))], servers.Unlisted ?? environment.Of<ConfigMap>().Unlisted);
    }

    /// <summary>By the chart's or the operator's label, whatever the release is called; else by the image.</summary>
    private static Truth IsServer(Workload workload, Parameters parameters) => workload.Kind.Is(kind => kind is "Deployment" or "StatefulSet")
        && (workload.PodLabels.Is(l => l["app.kubernetes.io/name"] == "rstudio-workbench" || l["posit.team/component"] == "workbench")
            || workload.Containers.Is(containers => containers.Any(c => IsServerImage(c.Image, parameters))));

    /// <summary>What mounts a server's configuration may be one whose image has a name of its own.</summary>
    private static Truth MountsConfiguration(Environment environment, Workload workload) => workload.Kind.Is(kind => kind is "Deployment" or "StatefulSet")
        && Truth.Of(environment.Of<ConfigMap>().Any(map => map.Keys.Is(keys => keys.Contains("rserver.conf") || keys.Contains("launcher.conf"))
            && map.Namespace.Is(space => workload.Namespace == space)
            && workload.Volumes.Is(volumes => map.Name.Is(name => volumes.Any(v => v.ConfigMaps.Contains(name!))))).IsTrue, Evidence.Derived);

    private static Gap Unrecognised(Workload workload) => new(workload.Scope, nameof(Workload), "workbenchImages", GapCause.Undecidable,
        $"{workload.Label} mounts Workbench's configuration, and neither its labels nor its image say that it is Workbench", new(RemedyKind.Parameter, "workbenchImages"));

    private static Truth IsServerImage(string image, Parameters parameters) => ServerImage.IsMatch(image)
        || parameters.WorkbenchImages.AsEnumerable().Any(pattern => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, image, ignoreCase: false));
}
