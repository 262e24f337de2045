using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.Attestations;

/// <summary>What people attest of rules whose subject no scan can see: the file that <c>scanner attest</c> writes.</summary>
internal sealed class AttestationsFormat : IDeclaredFormat
{
    public string Key => "attestations";

    public string Title => "attestations";

    public bool Recognizes(DeclaredInput input)
    {
        if (input.IsFolder || !input.Text.Text.Contains(AttestationsDocument.RootKey + ":", StringComparison.Ordinal) || input.Text.Text.Length > AttestationsDocument.Largest) return false;
        try
        {
            return YamlText.Documents(input.Text.Text) is [var document] && document.Entries.Select(e => e.Key).SequenceEqual([AttestationsDocument.RootKey]);
        }
        catch (YamlTextException)
        {
            return false; // whose it is, another format may tell
        }
    }

    public Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        var latest = new SortedDictionary<string, DeclaredAttestation>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = AttestationsDocument.Read(DeclaredText.Read(input.Path, input.Name, AttestationsDocument.Largest));
            foreach (var (place, key) in document.UnknownKeys) sink.Note(place, $"nothing is made of {key}{Suggestion.Near(key[(key.LastIndexOf('/') + 1)..], AttestationsDocument.Keys)}");
            foreach (var attestation in document.Attestations) latest[attestation.Rule] = attestation;
        }
        foreach (var attestation in latest.Values) Remark(attestation, scope.At, sink);
        foreach (var attestation in latest.Values.Where(a => !IsToCome(a, scope.At))) Observe(attestation, scope, sink);
        sink.Cover<Attestation>(scope.Aws, Title, null);
        return Task.CompletedTask;
    }

    private static void Remark(DeclaredAttestation attestation, DateTimeOffset today, DeclaredSink sink)
    {
        if (attestation.Expires is { } end && end <= today) sink.Note(attestation.Place, $"what {attestation.By} attested of {attestation.Rule} expired on {end:yyyy-MM-dd}, and no longer counts");
        if (IsToCome(attestation, today)) sink.Note(attestation.Place, $"{attestation.Rule} is attested on {attestation.Date:yyyy-MM-dd}, which is still to come, and does not count before");
    }

    /// <summary>A day begins fourteen hours earlier in the east of the world than by UTC.</summary>
    private static bool IsToCome(DeclaredAttestation attestation, DateTimeOffset today) => attestation.Date > today.AddHours(14);

    private void Observe(DeclaredAttestation attestation, DeclaredScope scope, DeclaredSink sink)
    {
        var evidence = scope.Evidence(scope.Aws, Title, attestation.Place) with { Plane = Plane.Parameter };
        var said = new Answer<DeclaredAttestation>(evidence, nameof(Attestation), attestation, null);
        sink.Observe(evidence, new Attestation
        {
            Id = $"declared://{scope.Target}/attestation/{attestation.Rule}",
            Key = $"attestation/{attestation.Rule}",
            Name = said.Optional(a => a.Rule),
            Rule = said.Field(a => a.Rule),
            By = said.Field(a => a.By),
            Date = said.Field(a => (DateTimeOffset?)a.Date),
            Note = said.Field(a => a.Note),
            Expires = said.Optional(a => a.Expires),
        }, new(attestation.Place));
    }
}
