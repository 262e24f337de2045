using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Kubernetes;

/// <summary>Reads one file of a kubeconfig. Whatever is wrong with it is one line with a place.</summary>
internal static class KubeconfigFile
{
    private const int Deepest = 64; // the library reads recursively, so that a deep document would end the process

    /// <exception cref="KubeconfigException">It cannot be read.</exception>
    public static KubeconfigNode Read(string file)
    {
        var text = LocalFile.Text(file, problem => new KubeconfigException($"kubeconfig {problem}"));
        var parser = new Parser(new StringReader(text));
        try
        {
            Measure(parser, file);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents switch
            {
                [] => new([], file),
                [{ RootNode: YamlMappingNode root }] => new(root, file),
                _ => throw new KubeconfigException($"{file}:1:1: not one kubeconfig with keys and values"),
            };
        }
        catch (YamlException e)
        {
            throw new KubeconfigException($"{file}:{e.Start.Line}:{e.Start.Column}: {e.Message}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // some malformed documents the library answers with these, and without a place
            throw new KubeconfigException($"{file}:{parser.Current?.End.Line ?? 1}:1: not valid YAML, here or after it");
        }
    }

    private static void Measure(Parser parser, string file)
    {
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest) throw new KubeconfigException($"{file}:{parser.Current.Start.Line}:{parser.Current.Start.Column}: nested more than {Deepest} levels deep");
        }
    }
}
