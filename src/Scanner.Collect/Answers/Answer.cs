using System.Runtime.CompilerServices;
using Scanner.Model;

namespace Scanner.Collect;

/// <summary>What a source said, or the gap in its place; and the words with which collectors turn it into facts.</summary>
/// <remarks>
/// Where the source was refused, every fact is that gap. Where it answered without a field that must be there, that fact is a gap
/// which names action and field. Nothing is ever read as a default.
/// </remarks>
/// <param name="evidence">Who said so: one instance for every fact of the answer.</param>
/// <param name="kind">The resource kind that it is about.</param>
/// <param name="value">What was said; null where there is a gap.</param>
/// <param name="gap">Why nothing was said.</param>
internal sealed class Answer<T>(Evidence evidence, string kind, T? value, Gap? gap) where T : class
{
    public Evidence Evidence => evidence;

    public Gap? Gap => gap;

    /// <summary>What was said; null where there is a gap.</summary>
    public T? Value => value;

    /// <summary>A field that must be there.</summary>
    public Fact<TField> Field<TField>(Func<T, TField?> read, [CallerArgumentExpression(nameof(read))] string path = "") where TField : class =>
        Read<TField>(said => read(said) is { } field ? field : throw new AbsentFieldException(FieldPath.Of(path)));

    /// <summary>A field that must be there.</summary>
    public Fact<TField> Field<TField>(Func<T, TField?> read, [CallerArgumentExpression(nameof(read))] string path = "") where TField : struct =>
        Read(said => read(said) is { } field ? field : throw new AbsentFieldException(FieldPath.Of(path)));

    /// <summary>A field whose absence says that there is none in the world.</summary>
    public Fact<TField?> Optional<TField>(Func<T, TField?> read) where TField : class => Read(read);

    /// <summary>A field whose absence says that there is none in the world.</summary>
    public Fact<TField?> Optional<TField>(Func<T, TField?> read) where TField : struct => Read(read);

    /// <summary>Something made of what was said; the reader itself demands what must be there.</summary>
    public Fact<TField> Map<TField>(Func<T, TField> read) => Read(read);

    /// <summary>A yes or no that must be there.</summary>
    public Truth Truth(Func<T, bool?> read, [CallerArgumentExpression(nameof(read))] string path = "")
    {
        var fact = Field(read, path);
        return fact.IsKnown ? Model.Truth.Of(fact.Value, evidence) : Model.Truth.Unknown(fact.Source);
    }

    /// <summary>A list; the SDK gives null for one that is empty.</summary>
    public Fact<Items<TItem>> Items<TItem>(Func<T, IEnumerable<TItem>?> read) => Read(said => (read(said) ?? []).ToItems());

    /// <summary>A list that is never empty in the world: one that comes empty was not said.</summary>
    public Fact<Items<TItem>> Some<TItem>(Func<T, IEnumerable<TItem>?> read, [CallerArgumentExpression(nameof(read))] string path = "") =>
        Read(said => (read(said) ?? []).ToItems() is { IsEmpty: false } items ? items : throw new AbsentFieldException(FieldPath.Of(path)));

    /// <summary>Part of what was said, which must be there.</summary>
    public Answer<TPart> Part<TPart>(Func<T, TPart?> read, [CallerArgumentExpression(nameof(read))] string path = "") where TPart : class
    {
        var part = Field(read, path);
        return part.IsKnown ? new(evidence, kind, part.Value, null) : new(evidence, kind, null, part.Gap);
    }

    private Fact<TField> Read<TField>(Func<T, TField> read)
    {
        if (value is null) return new(gap!);
        try
        {
            return new(read(value), evidence);
        }
        catch (AbsentFieldException e)
        {
            return new(evidence.Plane is Plane.Declared ? InFile(e)
                : new Gap(evidence.Scope, kind, evidence.Action, GapCause.Unsupported, OneLine.Of($"{evidence.Action} answered without a usable {e.Message}"), new(RemedyKind.Flag, "use a newer scanner, or report what it saw")));
        }
    }

    /// <summary>Of a file, the line that is to be mended; where there is none, the one that declares the whole.</summary>
    private Gap InFile(AbsentFieldException e)
    {
        var whole = evidence.Locator ?? "";
        var at = e.Place is { } place && whole.Split(':') is [.. var file, _, _] ? $"{string.Join(':', file)}:{place.Line}:{place.Column}" : whole;
        return e.Problem is { } problem
            ? new(evidence.Scope, kind, evidence.Action, GapCause.Unsupported, OneLine.Of($"{at}: {problem}"), new(RemedyKind.Flag, OneLine.Of($"mend {at}: {problem}")))
            : new(evidence.Scope, kind, evidence.Action, GapCause.Unsupported, OneLine.Of($"{at} says no usable {e.Message}"), new(RemedyKind.Flag, OneLine.Of($"say {e.Message} in {at}")));
    }
}
