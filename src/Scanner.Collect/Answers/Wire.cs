using System.Runtime.CompilerServices;

namespace Scanner.Collect;

/// <summary>Reads parts of an answer that must be there, inside <see cref="Answer{T}"/>'s readers.</summary>
internal static class Wire
{
    public static T Need<T>(T? field, [CallerArgumentExpression(nameof(field))] string path = "") where T : class =>
        field ?? throw new AbsentFieldException(FieldPath.Of(path));

    public static T Need<T>(T? field, [CallerArgumentExpression(nameof(field))] string path = "") where T : struct =>
        field ?? throw new AbsentFieldException(FieldPath.Of(path));
}
