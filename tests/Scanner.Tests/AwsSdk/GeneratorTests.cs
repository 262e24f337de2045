using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Scanner.AwsSdk.Generator;

namespace Scanner.Tests.AwsSdk;

/// <summary>A fact that cannot become a client is a build error at its file and line, never an exception or broken code.</summary>
public sealed class GeneratorTests
{
    private const string Service = "service namespace=Amazon.Zoo name=Zoo id=Zoo endpoint=zoo version=2026-01-01 protocol=query";

    private const string Operation = "operation ListAnimals ListAnimalsRequest ListAnimalsResponse POST /";

    private static readonly string[] Sound =
    [
        Service,
        Operation + " page=Marker,Marker,Animals",
        "enum Diet hay",
        "  fish%20and%20chips",
        "type ListAnimalsRequest",
        "  Marker string Marker",
        "type ListAnimalsResponse",
        "  Marker string Marker",
        "  Animals Animal[] Animals item=Animal",
        "type Animal",
        "  Diet enum:Diet Diet",
    ];

    [Fact]
    public void Sound_facts_make_a_client()
    {
        var result = Run(Sound);

        Assert.Empty(result.Diagnostics);
        var source = Assert.Single(result.Results.Single().GeneratedSources).SourceText.ToString();
        Assert.Contains("public static readonly Diet FishAndChips = new(\"fish and chips\");", source, StringComparison.Ordinal);
        Assert.Contains("IPaginatedEnumerable<Animal> Animals { get; }", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "srevice namespace=Amazon.Zoo", "is not a service, host, operation, enum or type line")]
    [InlineData(0, Service + " colour=red", "'colour=red' is not a part of a service line")]
    [InlineData(0, "service namespace=Amazon.Zoo name=Zoo protocol=smoke", "'smoke' is not a protocol")]
    [InlineData(0, "# nothing", "The file has no service line")]
    [InlineData(1, "operation ListAnimals ListAnimalsRequest", "is not a service, host, operation, enum or type line")]
    [InlineData(1, "operation ListAnimals ListAnimalsRequest Nothing POST /", "There is no type Nothing")]
    [InlineData(1, Operation + " page=Marker", "is not page=InputToken,OutputToken")]
    [InlineData(1, Operation + " page=Marker,Next", "has no text member Next to page by")]
    [InlineData(1, "  Stray string Stray", "An indented line belongs under an enum or a type")]
    [InlineData(5, "  Marker", "is not a member")]
    [InlineData(5, "  Marker strnig Marker", "is not a member")]
    [InlineData(5, "  Marker Zebra Marker", "There is no type Zebra")]
    [InlineData(5, "  Marker string Marker colour=red", "'colour=red' is not flat, item=, sent= or in=")]
    [InlineData(5, "  Marker string Marker in=query:m", "Only the rest protocols have in=")]
    [InlineData(10, "  Animal string Animal", "bears its type's name")]
    [InlineData(10, "  Diet enum:Mood Diet", "There is no enum Mood")]
    [InlineData(10, "type ListAnimalsRequest", "is there twice")]
    public void A_malformed_line_is_an_error_at_its_place(int line, string text, string expected)
    {
        string[] lines = [.. Sound];
        lines[line] = text;

        var result = Run(lines);

        var error = Assert.Single(result.Diagnostics, d => d.GetMessage(null).Contains(expected, StringComparison.Ordinal));
        Assert.Equal(("AWSAPI001", DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Equal(("Zoo.awsapi", line), (error.Location.GetLineSpan().Path, error.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Empty(result.Results.Single().GeneratedSources);
        Assert.Null(result.Results.Single().Exception);
    }

    private static GeneratorDriverRunResult Run(string[] lines)
    {
        var compilation = CSharpCompilation.Create("Zoo");
        var file = new FactsFile(string.Join('\n', lines));
        return CSharpGeneratorDriver.Create([new AwsSdkGenerator().AsSourceGenerator()], ImmutableArray.Create<AdditionalText>(file))
            .RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();
    }

    private sealed class FactsFile(string text) : AdditionalText
    {
        public override string Path => "Zoo.awsapi";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
