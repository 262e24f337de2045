using Scanner.Model;

namespace Scanner.Check.Isolation;

/// <summary>A property that was read: behind it is who said so, or the gap.</summary>
internal sealed record ReadingText(string Resource, string Property, Evidence? Evidence, Gap? Gap)
{
    public static ReadingText Of(Reading reading) => new(reading.Resource, reading.Property, reading.Behind as Evidence, reading.Behind as Gap ?? (reading.Behind is Evidence ? null : reading.Missing));

    public Reading ToReading() => new(Resource, Property, (Source?)Gap ?? Evidence ?? Model.Evidence.Derived);
}
