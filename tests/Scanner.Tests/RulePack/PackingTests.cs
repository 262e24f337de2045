using Scanner.Check;
using Scanner.RulePack;

namespace Scanner.Tests.RulePack;

public sealed class PackingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("packing");
    private readonly StringWriter _output = new();

    private string Assembly => Path.Combine(_folder.FullName, "out", "rules.dll");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _output.Dispose();
    }

    [Fact]
    public void The_repositorys_rules_become_an_assembly_that_names_no_place_on_this_machine()
    {
        Assert.Equal(0, Packing.Compile(Repository.Path("rules"), Assembly, _output));
        Assert.Empty(_output.ToString());
        var (rules, errors) = RuleAssembly.Load(File.ReadAllBytes(Assembly), Assembly);
        Assert.Empty(errors);
        Assert.All(rules, r => Assert.StartsWith("rules/", r.Path, StringComparison.Ordinal));
        Assert.Equal([Assembly], Directory.GetFiles(Path.GetDirectoryName(Assembly)!));
    }

    [Fact]
    public void Errors_read_as_a_compilers_and_leave_nothing_behind()
    {
        var script = Put("workbench/ACME-001-x.csx", "new Rule<TargetGroup>\n{\n    Check = (tg, env) => tg.Port > 1 ? Pass() : Fail(\"x\"),\n}");
        var misplaced = Put("ACME-002-x.csx", "");
        Assert.Equal(1, Packing.Compile(_folder.FullName, Assembly, _output));
        var lines = _output.ToString().Split(_output.NewLine);
        Assert.Contains(lines, l => l.StartsWith($"{script}(3,26): error CS0019: ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith($"{misplaced}(1,1): error RULE001: ", StringComparison.Ordinal));
        Assert.False(File.Exists(Assembly));
    }

    private string Put(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
