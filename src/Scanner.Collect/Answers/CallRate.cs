namespace Scanner.Collect;

/// <summary>How often one service may be asked.</summary>
/// <param name="PerSecond">How many calls a second in the long run.</param>
/// <param name="Burst">How many at once after a rest.</param>
internal sealed record CallRate(double PerSecond, int Burst);
