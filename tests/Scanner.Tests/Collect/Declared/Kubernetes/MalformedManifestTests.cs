using System.Text;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

public sealed class MalformedManifestTests(ITestOutputHelper output)
{
    private const int Generated = 100_000;

    [Theory]
    [InlineData("apiVersion: v1\nkind: [", "x.yaml:3:1: not valid YAML")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: “a”}", "x.yaml:3:18: typographic quotes")]
    [InlineData("apiVersion: v1\nkind: Service\nkind: Service", "x.yaml:3:")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: &a\n  b: *a", "x.yaml:")]
    [InlineData("replicas: 3", "x.yaml:1:1: an object without apiVersion and kind: replicas: 3")]
    [InlineData("apiVersion: v1\nkind: List\nitems: 3", "x.yaml:3:8: items of a List that are no list: items: 3")]
    [InlineData("apiVersion: v1\nkind: List\nitems: [3]", "x.yaml:3:9: an object without apiVersion and kind")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: {? [a] : b}", "x.yaml:3:")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: {<<: 3}", "x.yaml:3:12: << takes in a map")]
    [InlineData("apiVersion: v1\nkind: Deployment\nspec:\n  replicas: {{ .Values.replicas }}", "x.yaml:4:14: a key that is no text; where {{ … }} is a template's, render it first (helm template): replicas: {{ .Values.replicas }}")]
    [InlineData("apiVersion: v1\nkind: Deployment\n{{ name }}: 1", "x.yaml:3:1: a key that is no text; where {{ … }} is a template's, render it first (helm template): {{ name }}: 1")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\n{{- if .on }}\nmetadata:\n  name: x\n{{- end }}", "x.yaml:3:1: not valid YAML: While parsing a block mapping, did not find expected key.; where {{ … }} is a template's, render it first (helm template): {{- if .on }}")]
    [InlineData("apiVersion: v1\nkind: Service\n? [a]\n: b", "x.yaml:3:3: a key that is no text: ? [a]")]
    public void Error_says_where_and_what(string text, string expected) => Assert.StartsWith(expected, Complaint(text), StringComparison.Ordinal);

    [Fact]
    public void Documents_that_grow_without_bounds_end()
    {
        var bomb = new StringBuilder("apiVersion: v1\nkind: Service\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        Assert.Contains("more than 400000 values", Complaint(bomb.ToString()), StringComparison.Ordinal);
        Assert.Contains("nested more than", Complaint($"a: {new string('[', 10_000)}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        Assert.Contains("is UTF-16", Complaint([0xFF, 0xFE, 0x61, 0x00]), StringComparison.Ordinal);
        Assert.Contains("x.yaml:1:4: byte 0xFF is no UTF-8", Complaint([0x61, 0x3A, 0x20, 0xFF]), StringComparison.Ordinal);
        Assert.Contains("larger than", Complaint(new string('#', DeclaredYaml.Largest + 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Huge_file_is_not_read_whole()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var file = File.Create(path)) file.SetLength(100L * 1024 * 1024);
        try
        {
            Assert.Contains("larger than", Assert.Throws<DeclaredException>(() => Manifests.Read(new DeclaredInput(path, "x.yaml").Text)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Folder_with_a_broken_file_is_refused_as_a_whole()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.yaml"), ManifestFormatTests.Deployment("replicas: 1"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "b.yaml"), "kind: [", TestContext.Current.CancellationToken);
        try
        {
            var told = await Assert.ThrowsAsync<DeclaredException>(() => GivenFiles.Read(GivenFiles.Scope, (new ManifestFormat(), [new(folder.FullName, "f")])));
            Assert.StartsWith("f/b.yaml:2:1: not valid YAML", told.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Generated_texts_are_read_or_refused()
    {
        var (random, refused, seeds) = (new Random(5), 0, Seeds());
        for (var i = 0; i < Generated; i++)
        {
            var text = Mutated(seeds[random.Next(seeds.Count)], random);
            try
            {
                foreach (var item in Manifests.Read(new("x.yaml", text)).Select(new ServerDefaults("default").Of)) _ = item.Json();
            }
            catch (DeclaredException e)
            {
                Assert.StartsWith("x.yaml:", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }
        output.WriteLine($"{Generated} generated manifests, {refused} refused");
        Assert.InRange(refused, 1000, Generated - 1000);
    }

    [Fact]
    public async Task Generated_objects_pass_through_the_collectors()
    {
        const int rounds = 400;
        var (random, read, seeds) = (new Random(7), 0, Seeds());
        for (var i = 0; i < rounds; i++)
        {
            try
            {
                await GivenFiles.ReadText(new ManifestFormat(), Mutated(seeds[random.Next(seeds.Count)], random));
                read++;
            }
            catch (DeclaredException e)
            {
                Assert.StartsWith("x.yaml:", e.Message, StringComparison.Ordinal);
            }
        }
        output.WriteLine($"{rounds} generated manifests, {read} collected");
        Assert.InRange(read, 20, rounds);
    }

    private static List<string> Seeds() =>
    [
        ManifestFormatTests.Deployment("replicas: 3"),
        "apiVersion: v1\nkind: List\nitems:\n- &a {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: NodePort, ports: [{port: 80}]}}\n- {<<: *a, kind: Secret}",
        "{\"apiVersion\":\"karpenter.sh/v1\",\"kind\":\"NodePool\",\"metadata\":{\"name\":\"p\"},\"spec\":{\"limits\":{\"cpu\":0x10},\"template\":{\"spec\":{\"taints\":[{\"key\":\"k\",\"effect\":\"NoSchedule\"}]}}}}",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  rserver.conf: |\n    a=1\n  job.tpl: '{{ x }}'\n---\nkind: PersistentVolume\napiVersion: v1\nmetadata: {name: v}\nspec: {csi: {driver: d, volumeHandle: h}}",
    ];

    private static string Mutated(string seed, Random random)
    {
        const string odd = "{}[]:,-&*!|>'\"%@`#\n\t 0129.eE~<“\u0000\u2028";
        var text = new StringBuilder(seed);
        for (var n = random.Next(1, 5); n > 0 && text.Length > 0; n--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)); break;
                case 1: text.Insert(at, odd[random.Next(odd.Length)]); break;
                case 2: text[at] = odd[random.Next(odd.Length)]; break;
                default: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 20), text.Length - at))); break;
            }
        }
        return text.ToString();
    }

    private static string Complaint(string text) => Complaint(Encoding.UTF8.GetBytes(text));

    private static string Complaint(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, bytes);
        try
        {
            return Assert.Throws<DeclaredException>(() => Manifests.Read(new DeclaredInput(path, "x.yaml").Text)).Message;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
