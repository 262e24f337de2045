using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>What tells sessions, and what they run.</summary>
public sealed class SessionsTests
{
    [Theory]
    [InlineData("rstudio", Ide.RStudio)]
    [InlineData("jupyter", Ide.Jupyter)]
    [InlineData("vscode", Ide.VsCode)]
    [InlineData("positron", Ide.Positron)]
    [InlineData("adhoc", Ide.Job)]
    public async Task Variable_of_the_session_components_tells(string type, Ide ide) => Assert.Equal(ide, (await Pod(type)).Ide.Value);

    [Theory]
    [InlineData("rstudio-r-session", Ide.RStudio)]
    [InlineData("rstudio-ide", Ide.RStudio)]
    [InlineData("rstudio-vscode-session", Ide.VsCode)]
    [InlineData("rstudio-jupyter-session", Ide.Jupyter)]
    [InlineData("rstudio-positron-session", Ide.Positron)]
    public async Task Tag_tells(string tag, Ide ide) => Assert.Equal(ide, (await Pod(null, ["s5", tag])).Ide.Value);

    [Theory]
    [InlineData("/usr/lib/rstudio-server/bin/rsession-run", Ide.RStudio)]
    [InlineData("/usr/lib/rstudio-server/bin/jupyter-session-run", Ide.Jupyter)]
    [InlineData("exec /opt/x/vscode-session-run --port 1 > /dev/null", Ide.VsCode)]
    [InlineData("true;positron-session-run", Ide.Positron)]
    public async Task Command_tells_also_within_a_shells_text(string command, Ide ide)
    {
        Assert.Equal(ide, (await Pod(null, command: [command])).Ide.Value);
        Assert.Equal(ide, (await Pod(null, command: ["/bin/sh", "-c", command])).Ide.Value);
    }

    [Fact]
    public async Task More_trusted_source_wins()
    {
        Assert.Equal(Ide.Positron, (await Pod("positron", ["rstudio-r-session"], ["jupyter-session-run"])).Ide.Value);
        Assert.Equal(Ide.VsCode, (await Pod(null, ["rstudio-ide", "rstudio-vscode-session"], ["rsession-run"])).Ide.Value);
        Assert.Equal(Ide.RStudio, (await Pod(null, ["rstudio-ide"], ["jupyter-session-run"])).Ide.Value);
    }

    [Theory]
    [InlineData(null, null, "R")]
    [InlineData(null, "s5", "my-rsession-run-2")]
    [InlineData(null, "rstudio-r-session-name:jupyter and positron", "R")]
    [InlineData("emacs", "rstudio-r-session", "rsession-run")]
    [InlineData(null, "rstudio-r-session,jupyter-lab", "rsession-run")]
    [InlineData(null, null, "rsession-run || positron-session-run")]
    public async Task What_nothing_tells_is_a_gap_and_no_guess(string? type, string? tags, string command)
    {
        var pod = await Pod(type, tags?.Split(',') ?? [], [command]);

        Assert.True(pod.IsSession.IsTrue);
        Assert.Equal((GapCause.Undecidable, "list pods"), (pod.Ide.Gap!.Cause, pod.Ide.Gap.Action));
        Assert.Equal("Pod/posit/session/unknown", pod.Key);
    }

    [Fact]
    public async Task Variable_that_comes_from_elsewhere_decides_and_cannot_be_seen()
    {
        var pod = Session([], ["rsession-run"]);
        pod["spec"]!["initContainers"] = JsonNode.Parse("""[{"name":"init","image":"i","env":[{"name":"PWB_SESSION_TYPE","valueFrom":{"fieldRef":{"fieldPath":"x"}}}]}]""");

        Assert.Equal(GapCause.Undecidable, (await CoreCluster.One<Pod>("pods", pod.ToJsonString())).Ide.Gap!.Cause);
    }

    [Theory]
    [InlineData("""{"launcher-instance-id":"x"}""", "main", true)]
    [InlineData("""{"posit.team/component":"workbench-session"}""", "main", true)]
    [InlineData("{}", "rs-launcher-container", true)]
    [InlineData("""{"posit.team/component":"workbench"}""", "main", false)]
    [InlineData("{}", "rstudio", false)]
    public async Task Sign_makes_a_session(string labels, string container, bool isSession)
    {
        var pod = Session([], ["rsession-run"]);
        pod["metadata"]!["labels"] = JsonNode.Parse(labels);
        pod["spec"]!["containers"]![0]!["name"] = container;

        var read = await CoreCluster.One<Pod>("pods", pod.ToJsonString());

        Assert.Equal((isSession, isSession ? Ide.RStudio : (Ide?)null), (read.IsSession.IsTrue, read.Ide.Value));
    }

    [Fact]
    public async Task Tags_that_people_wrote_are_not_kept()
    {
        var pod = await Pod(null, ["s5", "rstudio-ide", "rstudio-r-session", "rstudio-r-session-name:My title", "rstudio-r-session-id:17", "jane-doe-jupyter", "Positron of Jane", "session"]);

        Assert.Equal(["rstudio-ide", "rstudio-r-session"], pod.SessionTags.Value);
    }

    private static Task<Pod> Pod(string? type, string[]? tags = null, string[]? command = null)
    {
        var pod = Session(tags ?? [], command ?? []);
        if (type is not null) pod["spec"]!["initContainers"] = JsonNode.Parse($$"""[{"name":"init","image":"i","env":[{"name":"PWB_SESSION_TYPE","value":"{{type}}"}]}]""");
        return CoreCluster.One<Pod>("pods", pod.ToJsonString());
    }

    private static JsonNode Session(string[] tags, string[] command)
    {
        var pod = JsonNode.Parse("""{"metadata":{"name":"s","namespace":"posit","labels":{"launcher-instance-id":"1"}},"spec":{"containers":[{"name":"rs-launcher-container","image":"i"}]},"status":{"phase":"Running"}}""")!;
        pod["metadata"]!["annotations"] = JsonSerializer.SerializeToNode(tags.Select((t, i) => (t, i)).ToDictionary(t => $"USER_TAG_{t.i}", t => t.t));
        pod["spec"]!["containers"]![0]!["command"] = JsonSerializer.SerializeToNode(command);
        return pod;
    }
}
