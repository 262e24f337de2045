using System;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Scanner.AwsSdk.Generator.Facts;
using Scanner.AwsSdk.Generator.Writing;

namespace Scanner.AwsSdk.Generator;

/// <summary>Turns each <c>.awsapi</c> file into a client whose public surface is that of the service's official AWSSDK package.</summary>
[Generator]
public sealed class AwsSdkGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Malformed = new(
        "AWSAPI001", "Malformed .awsapi fact", "{0}", "Scanner.AwsSdk", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".awsapi", StringComparison.Ordinal))
            .Select(static (file, cancellation) => (file.Path, Text: file.GetText(cancellation)!));
        context.RegisterSourceOutput(files, static (output, file) => Write(output, file.Path, file.Text));
    }

    private static void Write(SourceProductionContext output, string path, SourceText text)
    {
        var parser = new FactsParser();
        foreach (var line in text.Lines) parser.Read(line.LineNumber, line.ToString());
        var service = parser.Finish();
        foreach (var error in parser.Errors)
        {
            var line = text.Lines[error.Line];
            output.ReportDiagnostic(Diagnostic.Create(
                Malformed, Location.Create(path, line.Span, text.Lines.GetLinePositionSpan(line.Span)), error.Message));
        }
        if (parser.Errors.Count == 0)
            output.AddSource(service.Name + ".g.cs", SourceText.From(new ServiceWriter(service).Write(), Encoding.UTF8));
    }
}
