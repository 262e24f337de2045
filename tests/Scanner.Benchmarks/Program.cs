using System.Globalization;
using Scanner.Benchmarks;

if (args is ["nothing"]) return 0;
var count = args.Length > 1 && int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
await using var output = new StreamWriter(Console.OpenStandardOutput());
switch (args)
{
    case ["page", var root]: new PerformancePage(root).Write(output); return 0;
    case ["kubernetes", ..]: await LargeScans.Cluster(count ?? 5000, output); return 0;
    case ["aws", ..]: await LargeScans.Account(count ?? 20000, output); return 0;
    case ["reach", ..]: await ManyConnections.Measure(count ?? 5000, output); return 0;
    case ["drift", ..]: await DriftOfLargeScans.Measure(count ?? 100000, output); return 0;
    // parts of the page, in processes of their own
    case ["plain", var rules]: return UserRules.CompilePlainly(rules);
    case ["compile", var rules]: return UserRules.Compile(rules);
    case ["read", var file, var resources]: Tell(DataPath.Read(file, int.Parse(resources, CultureInfo.InvariantCulture))); return 0;
    case ["judge", var file, var rules]: Tell(DataPath.Judge(file, rules)); return 0;
    case ["sarif", var file, var rules]: Tell(DataPath.Sarif(file, rules)); return 0;
    default:
        await Console.Error.WriteLineAsync("which one: page ROOT, kubernetes [PODS], aws [INSTANCES], reach [HOSTS] or drift [RESOURCES]");
        return 2;
}

void Tell(IEnumerable<(string Name, double Value)> measured)
{
    foreach (var (name, value) in measured) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value}"));
}
