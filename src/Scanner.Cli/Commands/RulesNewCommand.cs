using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Scanner.Check;
using Scanner.Cli.Output;
using Scanner.Collect;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner rules new</c>: a rule and its fixtures to start from.</summary>
internal static partial class RulesNewCommand
{
    private static readonly Argument<string> s_architecture = new("ARCHITECTURE") { Description = "The architecture it belongs to, e.g. aws-parallelcluster." };

    private static readonly Argument<string> s_name = new("NAME") { Description = "Id and name, e.g. OUR-001-instances-are-tagged." };

    private static readonly Option<string> s_directory = new("--into") { Description = "The rules' folder.", HelpName = "DIR", DefaultValueFactory = _ => "our-rules" };

    private const string Common = "workbench";

    private const string WorldOfCommon = "aws-parallelcluster";

    [GeneratedRegex("^([A-Z][A-Z0-9]+-[0-9]{3})-([a-z0-9]+(?:-[a-z0-9]+)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern { get; }

    public static Command Create()
    {
        var command = new Verb("new", "Write a rule to start from, which asks that instances have an owner, with a fixture for each verdict.", """
            scanner rules new aws-parallelcluster OUR-001-instances-are-tagged --into our-rules
            """) { s_architecture, s_name, s_directory };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        var architecture = command.GetRequiredValue(s_architecture);
        if (Architecture.Find(architecture) is null)
            throw new UserErrorException($"there is no architecture '{architecture}'{Suggestion.For(architecture, [.. Architecture.All.Select(a => a.Key)])}");
        var world = architecture == Common ? WorldOfCommon : architecture; // what holds everywhere has no world of its own
        _ = new Worlds(Worlds.Shipped).Read(world); // fixtures need one
        var name = command.GetRequiredValue(s_name);
        if (!NamePattern.IsMatch(name)) throw new UserErrorException($"'{name}': expected an id and a name in kebab case, such as OUR-001-instances-are-tagged");
        var id = NamePattern.Match(name).Groups[1].Value;
        var root = command.GetRequiredValue(s_directory);
        var files = Fixtures.Select(f => (Path: Path.Combine(root, "fixtures", id, $"{f.Name}.yaml"), Content: f.Content.Replace("WORLD", world, StringComparison.Ordinal)))
            .Prepend((Path: Path.Combine(root, architecture, name + ".csx"), Content: Template)).ToList();
        if (Directory.Exists(root) && RuleFolder.Read(root).Scripts.FirstOrDefault(s => s.Id == id) is { } same) throw new UserErrorException($"{same.Path} has the id {id} already: give a free one");
        // all or nothing
        if (files.Find(f => File.Exists(f.Path)) is { Path: { } taken }) throw new UserErrorException($"{taken}: exists already");
        foreach (var (path, content) in files) Create(path, content);
        if (RuleLibrary.Installed(useCache: true).Load([]).Rules.FirstOrDefault(r => r.Id == id) is { } shipped)
            Console.Out.WriteLine($"{id} is also the id of a shipped rule, \"{shipped.Rule.Title}\": wherever --rules {root} is given, yours replaces it.");
        Console.Out.WriteLine("It is an example, whatever its name: put your own statement, and the kind that it is about, in the place of the instances' owner, and change the fixtures with it.");
        Console.Out.WriteLine($"Next: scanner rules test --rules {root} --fixtures {Path.Combine(root, "fixtures")}");
        return ExitCode.Compliant;
    }

    private static void Create(string path, string content)
    {
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
        Console.Out.WriteLine(path);
    }

    private const string Template = """
        new Rule<ComputeInstance>
        {
            Title = "Every instance has an owner",
            Level = Level.Should,
            Source = "our platform handbook, Tags",
            Why = "Nobody dares to stop an instance that belongs to nobody.",
            Fix = "Tag the instance with owner.",
            Check = (instance, env) => Require(instance.Tags.Is(tags => tags.Has("owner")), $"{instance} has no tag owner"),
        }

        """;

    private static readonly (string Name, string Content)[] Fixtures =
    [
        ("pass-all-owned", "world: WORLD\nset:\n  ComputeInstance: { tags: { owner: us } }\n"),
        ("na-no-instances", "world: WORLD\nremove: [ComputeInstance]\n"),
        ("fail-no-owner", "# the file's name is the verdict; the green world's instances have no such tag\nworld: WORLD\n"),
        ("unknown-denied", "world: WORLD\ndeny: [ec2:DescribeInstances]\n"),
    ];
}
