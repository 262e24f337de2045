using System.Runtime.CompilerServices;

namespace Scanner.Collect;

/// <summary>Reads parts of an answer that must be there, inside <see cref="Answer{T}"/>'s readers.</summary>
internal static class Wire
{
#if AWSSDK_OFFICIAL
    /// <summary>The official packages say null of a list that is empty and of one that was not in the answer.</summary>
    public const bool EmptyIsNull = true;
#else
    public const bool EmptyIsNull = false;
#endif

    /// <summary>A list that is in every answer, be it empty.</summary>
    public static IEnumerable<T> List<T>(IEnumerable<T>? field, [CallerArgumentExpression(nameof(field))] string path = "") =>
        field ?? (EmptyIsNull ? [] : throw new AbsentFieldException(FieldPath.Of(path)));

    public static T Need<T>(T? field, [CallerArgumentExpression(nameof(field))] string path = "") where T : class =>
        field ?? throw new AbsentFieldException(FieldPath.Of(path));

    public static T Need<T>(T? field, [CallerArgumentExpression(nameof(field))] string path = "") where T : struct =>
        field ?? throw new AbsentFieldException(FieldPath.Of(path));
}
