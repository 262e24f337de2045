using System.Runtime.CompilerServices;
using Scanner.Model.Budgets;

namespace Scanner.Model;

/// <summary>What a rule's check answers for one subject.</summary>
public sealed class Judgement
{
    private Judgement(Verdict verdict, Message? message)
    {
        (Verdict, Message) = (verdict, message);
        Budget.Add(BudgetLimits.StepsPerJudgement);
    }

    internal Verdict Verdict { get; }

    internal Message? Message { get; private init; }

    /// <summary>What stands in the way of a decision, where the verdict is unknown.</summary>
    internal Gap? Gap { get; private init; }

    /// <summary>True where a three-valued truth that rests on facts made the decision, so that gaps beside it do not matter.</summary>
    internal bool Weighed { get; private init; }

    /// <summary>A level other than the rule's own.</summary>
    internal Severity? Severity { get; private init; }

    internal IReadOnlyList<Message> Notes { get; private init; } = [];

    /// <summary>Other resources that are wrong, each with its property in whose line that would be mended.</summary>
    internal IReadOnlyList<(ISubject Wrong, string? At)> Related { get; private init; } = [];

    /// <summary>The hops of a network path, where one explains the verdict.</summary>
    internal NetworkPath? Path { get; private init; }

    /// <summary>How many characters it says.</summary>
    internal long Length => (Message?.Length ?? 0) + (Gap?.Detail.Length ?? 0) + (Gap?.Action.Length ?? 0) + Notes.Sum(n => 1L + n.Length) + Related.Count;

    /// <summary>The statement holds. After touching a gap, the verdict is unknown all the same: use <see cref="Require(Truth, Message)"/>.</summary>
    public static Judgement Pass() => new(Verdict.Pass, null);

    /// <summary>The statement does not hold.</summary>
    /// <param name="wrong">What is wrong, as a clause without a full stop.</param>
    public static Judgement Fail(Message wrong) => new(Verdict.Fail, wrong);

    /// <summary>The statement does not concern this subject.</summary>
    public static Judgement NotApplicable(Message because) => new(Verdict.NotApplicable, because);

    /// <summary>It cannot be told, and <paramref name="undecided"/> says why.</summary>
    public static Judgement Unknown(Gap undecided) => new(Verdict.Unknown, null) { Gap = undecided };

    /// <summary>Everything was read and it still cannot be told: somebody who knows must attest it.</summary>
    /// <param name="because">Why, as a clause.</param>
    /// <param name="what">What is to be attested.</param>
    public static Judgement Undecidable(Message because, string what) =>
        Unknown(new Gap("", "", what, GapCause.Undecidable, because.ToString(), new(RemedyKind.Attestation, what)));

    /// <summary>Pass if true, fail if false, unknown if unknown.</summary>
    /// <param name="truth">The statement.</param>
    /// <param name="wrong">What is wrong if it is false, as a clause without a full stop. Not evaluated otherwise.</param>
    public static Judgement Require(Truth truth, [InterpolatedStringHandlerArgument(nameof(truth))] Message wrong) =>
        truth.Noted().IsUnknown ? Unknown(truth.Gap)
        : truth.IsFalse ? new(Verdict.Fail, wrong)
        : new(Verdict.Pass, null) { Weighed = truth.RestsOnFacts };

    /// <summary>Pass if true, fail if false, unknown if unknown.</summary>
    public static Judgement Require(Truth truth, string wrong) => Require(truth, (Message)wrong);

    /// <summary>Adds what a reader should know beside the verdict.</summary>
    public Judgement Note(Message note) => Copy(notes: [.. Notes, note]);

    /// <summary>Adds a note if <paramref name="when"/> is surely true.</summary>
    /// <remarks>Always another instance, so that nobody can tell by it what <paramref name="when"/> is.</remarks>
    public Judgement NoteIf(Truth when, [InterpolatedStringHandlerArgument(nameof(when))] NoteMessage note) =>
        when.IsTrue ? Note(note.Message) : Copy();

    /// <summary>Names the resource that is wrong, where it is another than the subject: a failure points at its line.</summary>
    /// <param name="wrong">The resource.</param>
    /// <param name="at">Its property whose line counts, as <see cref="Rule.At"/> is written; its own line where no file has that.</param>
    public Judgement About(ISubject wrong, string? at = null) => Blaming([wrong], at);

    /// <summary>Names the resources that are wrong: a failure points at the line of the first that a file declares.</summary>
    public Judgement About<TWrong>(ResourceSet<TWrong> wrong, string? at = null) where TWrong : class, ISubject =>
        Blaming(wrong.Members.Where(m => m.Doubt is null).Select(m => m.Item), at);

    /// <summary>Shows the network path that explains the verdict, where there is one.</summary>
    public Judgement Along(NetworkPath? path) => Copy(path: path);

    /// <summary>Weighs a failure other than the rule does.</summary>
    public Judgement As(Severity severity) => Copy(severity: severity);

    /// <summary>The worse of two judgements of the same subject: fail, then unknown, then not applicable, then pass.</summary>
    public Judgement And(Judgement other)
    {
        var worse = Rank(other) > Rank(this) ? other : this;
        return worse.Verdict is Verdict.Pass
            ? new(Verdict.Pass, null) { Weighed = Weighed && other.Weighed, Notes = [.. Notes, .. other.Notes], Related = [.. Related, .. other.Related] }
            : worse.Copy();
    }

    private Judgement Blaming(IEnumerable<ISubject> wrong, string? at) => Verdict is Verdict.Fail ? Copy(related: [.. Related, .. wrong.Select(w => (w, at))]) : Copy();

    private static int Rank(Judgement judgement) => judgement.Verdict switch
    {
        Verdict.Fail => 3,
        Verdict.Unknown => 2,
        Verdict.NotApplicable => 1,
        _ => 0,
    };

    private Judgement Copy(IReadOnlyList<Message>? notes = null, IReadOnlyList<(ISubject Wrong, string? At)>? related = null, NetworkPath? path = null, Severity? severity = null)
    {
        Budget.Add((notes?.Count ?? 0) + (related?.Count ?? 0));
        return new(Verdict, Message)
        {
            Gap = Gap, Weighed = Weighed, Severity = severity ?? Severity, Notes = notes ?? Notes, Related = related ?? Related, Path = path ?? Path,
        };
    }
}
