using Scanner.Collect.Workbench;

namespace Scanner.Tests.Collect.Workbench;

/// <summary>Whatever the text: an answer, and never a crash.</summary>
public sealed class GeneratedTextTests(ITestOutputHelper output)
{
    private const int Inputs = 100_000;

    private static readonly string[] s_configuration =
        ["a", "b", "=", ":", "[", "]", "#", ";", "\n", "\r\n", " ", "\t", "cluster", "password", "://", "@", "/", "\"", "key", "-", "é", "\0", "0123456789abcdefghij", "?"];

    private static readonly string[] s_template =
    [
        "{{", "}}", "{{-", " -}}", "{{ if ", "{{ else }}", "{{ else if ", "{{ end }}", "{{ with ", "{{ range ", "{{ define \"x\" }}", "{{/*", "*/}}", "has ", "\"rstudio-r-session\" ",
        ".Job.tags", "not ", "or ", "(", ")", "|", "$templateData", ".pod.tolerations", "$x", " := ", " = ", "\"", "`", "'", "\n", " ", "      ", "spec:\n", "  template:\n", "    spec:\n",
        "tolerations:\n", "affinity: {}\n", "- key: a\n", "nindent 6", "toYaml . ", "{", "}", "[", "]", "&a", "*a", "|\n", "<<", "\t", "---\n", "\\", "é", "\uE000", "0", "break", "?",
    ];

    private static readonly string[] s_yaml =
    [
        "tolerations:", "affinity:", "nodeSelector:", " nodeAffinity:", "  requiredDuringSchedulingIgnoredDuringExecution:", "   nodeSelectorTerms:", "    - matchExpressions:", "      - key: a", "        operator: In",
        "        values: [a]", "\n", "\n", "\n", " ", "- key: x", "- operator: Exists", "{", "}", "[", "]", ",", "&a ", "*a", "!!int ", "'", "\"", "|", ">", ": ", "#", "~", "a: b", "?", "\t", "\\", "---\n", "%", "@",
    ];

    [Fact]
    public void Configuration() => Each(1, 20, s_configuration, text =>
    {
        foreach (var name in new[] { "rserver.conf", "launcher-mounts" })
        {
            var reading = ConfigurationText.Read(name, text);
            if (reading.File is null == reading.Refusal is null) return false;
        }
        return true;
    });

    [Fact]
    public void Templates() => Each(2, 16, s_template, text =>
    {
        var template = JobTemplate.Read(text, "{{ define \"rstudio-library.templates.data\" }}{\"pod\":{\"tolerations\":[{\"key\":\"a\"}]}}{{ end }}");
        return JobTemplate.Ides.All(i => template.Placement(i) is var reading && reading.Placement is null != reading.Refusal is null) && template.Problems.All(p => !p.Contains('\n', StringComparison.Ordinal));
    });

    [Fact]
    public void Data() => Each(3, 12, ["{{ define \"rstudio-library.templates.data\" }}", "{{ end }}", "{", "}", "\"pod\"", ":", "[", "]", ",", "1", " ", "\n", "null", "\""], text => TemplateData.Read(text) is not { ValueKind: not System.Text.Json.JsonValueKind.Object });

    [Fact]
    public void Placements() => Each(4, 16, s_yaml, text => PlacementYaml.Read(text) is var reading && reading.Placement is null != reading.Refusal is null);

    private void Each(int seed, int most, string[] words, Func<string, bool> holds)
    {
        var random = new Random(seed);
        for (var i = 0; i < Inputs; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => words[random.Next(words.Length)]));
            Assert.True(holds(text), text);
        }
        output.WriteLine($"{Inputs} inputs of seed {seed}");
    }
}
