using System.Reflection;
using System.Runtime.Loader;
using Scanner.Model;
using Scanner.Model.Budgets;

namespace Scanner.Check;

/// <summary>An assembly of compiled rules, and how it is loaded: without the compiler.</summary>
public static class RuleAssembly
{
    internal const string Name = "rules";
    internal const string IndexClass = "Index";
    internal const string ModelField = "Model";
    internal const string AllMethod = "All";

    /// <summary>The build of Scanner.Model that rules are compiled against; another may lack what they call.</summary>
    internal static string Model { get; } = typeof(Rule).Module.ModuleVersionId.ToString("N");

    /// <summary>The rules of an image, sorted by id; a rule that cannot be made is an error beside the others.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="shownAs">How messages call it.</param>
    /// <param name="readsMethods">Whether its instructions are read as well: that functions count their steps, and nothing breaks types. The build did so of what ships.</param>
    public static (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors) Load(byte[] image, string shownAs, bool readsMethods = true) =>
        RuleImage.Problem(image, readsMethods) is { } problem ? Refused(shownAs, problem, "build or install it again") : Load(() => Assembly.Load(image), shownAs);

    /// <summary>
    /// The rules of the installed file, which is part of the program as its other assemblies are. What is compiled ahead of time in it is
    /// used, as it is not of bytes: so nothing but checked IL runs of any other image.
    /// </summary>
    internal static (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors) LoadInstalled(string file) =>
        Load(() => new AssemblyLoadContext(Name).LoadFromAssemblyPath(System.IO.Path.GetFullPath(file)), file);

    private static (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors) Load(Func<Assembly> load, string shownAs)
    {
        if (Open(load) is not { } index) return Refused(shownAs, "is no assembly of rules", "build or install it again");
        if ((string?)index.GetField(ModelField)?.GetRawConstantValue() != Model)
            return Refused(shownAs, "was compiled for another build of scanner", "compile the rules again");
        var rules = new List<LoadedRule>();
        var errors = new List<RuleDiagnostic>();
        foreach (var (id, name, architecture, path, asks, make) in ((string, string, string, string, bool, Func<Rule>)[])index.GetMethod(AllMethod)!.Invoke(null, null)!)
            if (Make(make, path, errors) is { } rule)
                rules.Add(new(id, name, architecture, path, rule) { AsksAttestation = asks });
        return ([.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)], errors);
    }

    private static Type? Open(Func<Assembly> load)
    {
        try
        {
            return load().GetType(IndexClass);
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException)
        {
            return null;
        }
    }

    private static Rule? Make(Func<Rule> make, string path, List<RuleDiagnostic> errors)
    {
        try
        {
            using var budget = Budget.Open(BudgetLimits.OfRule);
            var made = make();
            budget.Verify();
            if (made is { } rule) return rule;
            errors.Add(new(path, 1, 1, RuleError.Factory, "the script's last expression is null", "end it with new Rule<…> { … }"));
        }
        catch (BudgetExceededException e)
        {
            errors.Add(new(path, 1, 1, RuleError.Factory, $"the rule cannot be made: it {e.Message}", "mend what the script computes before its rule"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            errors.Add(new(path, 1, 1, RuleError.Factory, $"the rule cannot be made: {e.GetType().Name}: {e.Message}", "mend what the script computes before its rule"));
        }
        return null;
    }

    private static (IReadOnlyList<LoadedRule>, IReadOnlyList<RuleDiagnostic>) Refused(string shownAs, string what, string hint) =>
        ([], [new(shownAs, 1, 1, RuleError.Image, $"{System.IO.Path.GetFileName(shownAs)} {what}", hint)]);
}
