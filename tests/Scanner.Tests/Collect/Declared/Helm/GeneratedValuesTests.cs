using System.Text;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Helm;
using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Tests.Collect.Declared.Helm;

public sealed class GeneratedValuesTests(ITestOutputHelper output)
{
    private const int Generated = 100_000;

    private static readonly string[] s_seeds =
    [
        "replicas: 3\nimage: {tag: x}\nhomeStorage: &h {create: true, mount: false}\nsharedStorage: *h\nconfig: {server: {rserver.conf: {a: 1}}}\n",
        "launcher:\n  useTemplates: false\n  extraTemplates: {job.tpl: '{{ x }}'}\n  templateValues: {pod: {tolerations: []}}\nrbac: {serviceAccount: {name: a}}\n",
        "ingress: {enabled: true, hosts: [{host: h, paths: [/, {path: /x}]}]}\nservice: {type: NodePort, port: 80}\npod: {env: [{name: a}], volumes: [], labels: {a: b}}\nreplicas: null\n",
        "config:\n  server: {vscode.conf: null, launcher.conf: \"[cluster]\\ntype=Local\\n\"}\n  serverDcf: {launcher-mounts: [{MountPath: /home}]}\n  profiles: {launcher.kubernetes.profiles.conf: {\"*\": {a: [1, 2]}}}\n",
    ];

    [Fact]
    public void Generated_values_give_objects_or_are_refused()
    {
        var (random, refused, objects) = (new Random(11), 0, 0L);
        for (var i = 0; i < Generated; i++)
        {
            var file = new DeclaredText("x.yaml", Mutated(s_seeds[random.Next(s_seeds.Length)], random));
            try
            {
                if (DeclaredYaml.Documents(file) is not [{ IsMapping: true } document]) continue;
                var values = new ChartValues(new YamlValues(file).Read(document), ChartFacts.Shipped, i % 2 == 0 ? null : new(0, 22, 0, ""));
                objects += new ChartObjects(new(values, "r", "default", file.At(1))).All().Count;
            }
            catch (DeclaredException e)
            {
                Assert.StartsWith("x.yaml:", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }
        output.WriteLine($"{Generated} generated values, {refused} refused, {objects} objects");
        Assert.InRange(refused, 1000, Generated - 1000);
    }

    private static string Mutated(string seed, Random random)
    {
        const string odd = "{}[]:,-&*!|>'\"%@`#\n 0129.eE~<“$";
        string[] words = ["null", "true", "false", "3", "[]", "{}", "'{{ x }}'", "${X}", "''", "[1, {a: b}]", "{a: {b: c}}"];
        var text = new StringBuilder(seed);
        for (var n = random.Next(1, 5); n > 0 && text.Length > 0; n--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)); break;
                case 1: text.Insert(at, odd[random.Next(odd.Length)]); break;
                case 2: text[at] = odd[random.Next(odd.Length)]; break;
                case 3:
                    // another value where one stands
                    var colon = text.ToString().IndexOf(": ", at, StringComparison.Ordinal);
                    if (colon >= 0) text.Insert(colon + 2, words[random.Next(words.Length)] + (random.Next(2) == 0 ? " #" : ", "));
                    break;
                default: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 20), text.Length - at))); break;
            }
        }
        return text.ToString();
    }
}
